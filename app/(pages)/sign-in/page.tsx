import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentActor } from '@/app/_door/actor'
import { IssuerButtons } from '@/components/people/issuer-buttons'
import { SignInForm } from '@/components/people/sign-in-form'
import { CentredCard } from '@/components/shell/centred-card'
import { Notice } from '@/components/ui/small'
import { issuerRefusal } from '@/domain/people/issuers'
import { listIssuers } from '@/server/issuers'
import { ownPath } from './own-path'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<'next' | 'refused' | 'issuer', string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams
  const next = ownPath(asked.next)
  const issuers = listIssuers()
  const refusal = issuerRefusal(issuers, asked.refused, asked.issuer)
  if (!refusal && (await currentActor())) redirect(next)
  return (
    <CentredCard title="Sign in">
      {refusal ? (
        <div className="mb-5">
          <Notice tone="danger">{refusal}</Notice>
        </div>
      ) : null}
      <SignInForm next={next} />
      <IssuerButtons issuers={issuers} next={next} />
      <p className="text-ink-faint mt-5 text-[13px]">
        <a className="link" href="/forgot">
          Forgot your password?
        </a>
      </p>
      <p className="text-ink-faint mt-2 text-[13px]">
        No account? People join by an invitation: ask an admin of your workspace for a link.
      </p>
    </CentredCard>
  )
}
