import type { Metadata } from 'next'
import { orRefusal } from '@/app/_door/page'
import { ResetForm } from '@/components/people/mailed-link-forms'
import { CentredCard } from '@/components/shell/centred-card'
import { Refusal } from '@/domain/refusal'
import { canReset } from '@/server/people/reset'

export const metadata: Metadata = { title: 'A new password' }

type Props = { params: Promise<{ token: string }> }

/** Where the link for a new password leads. */
export default async function ResetPage({ params }: Props) {
  const { token } = await params
  const usable = await orRefusal(canReset(token))
  if (usable instanceof Refusal) {
    return (
      <CentredCard title="Please wait">
        <p className="text-ink-soft">{usable.message}</p>
      </CentredCard>
    )
  }
  if (!usable) {
    return (
      <CentredCard title="This link is of no use">
        <p className="text-ink-soft">
          It was used, a newer one was asked for, or an hour has passed.{' '}
          <a className="link" href="/forgot">
            Ask for a new one
          </a>
          .
        </p>
      </CentredCard>
    )
  }
  return (
    <CentredCard title="A new password">
      <ResetForm token={token} />
    </CentredCard>
  )
}
