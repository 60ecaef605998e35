import type { Metadata } from 'next'
import { orRefusal } from '@/app/_door/page'
import { passing } from '@/app/_door/passing'
import { ResetForm } from '@/components/people/mailed-link-forms'
import { CentredCard } from '@/components/shell/centred-card'
import { Sorry } from '@/components/shell/sorry'
import { Refusal } from '@/domain/refusal'
import { canReset } from '@/server/people/reset'

export const metadata: Metadata = { title: 'A new password' }

/** Where the link for a new password leads. */
export default async function ResetPage() {
  const token = await passing('reset')
  const usable = token !== '' && (await orRefusal(canReset(token)))
  if (usable instanceof Refusal) {
    return <Sorry title="Please wait">{usable.message}</Sorry>
  }
  if (!usable) {
    return (
      <Sorry title="This link is of no use">
        It was used, a newer one was asked for, or an hour has passed.{' '}
        <a className="link" href="/forgot">
          Ask for a new one
        </a>
        .
      </Sorry>
    )
  }
  return (
    <CentredCard title="A new password">
      <ResetForm token={token} />
    </CentredCard>
  )
}
