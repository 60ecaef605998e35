import type { Metadata } from 'next'
import { AskResetForm } from '@/components/people/mailed-link-forms'
import { CentredCard } from '@/components/shell/centred-card'
import { config } from '@/server/config'

export const metadata: Metadata = { title: 'Forgot your password' }

/** Asks for a link for a new password, where mail is sent. */
export default async function ForgotPage() {
  return (
    <CentredCard title="Forgot your password?">
      {config.mail ? (
        <>
          <p className="text-ink-soft mb-5">
            Give the address of your account, and we mail you a link to set a new one.
          </p>
          <AskResetForm />
        </>
      ) : (
        <p className="text-ink-soft">
          This installation sends no mail, so it can’t send you a link for a new password. Ask whoever runs it.
        </p>
      )}
      <p className="text-ink-faint mt-5 text-[13px]">
        <a className="link" href="/sign-in">
          Back to signing in
        </a>
      </p>
    </CentredCard>
  )
}
