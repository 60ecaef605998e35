import type { Metadata } from 'next'
import { orRefusal } from '@/app/_door/page'
import { passing } from '@/app/_door/passing'
import { SetUpForm } from '@/components/people/set-up-form'
import { CentredCard } from '@/components/shell/centred-card'
import { Sorry } from '@/components/shell/sorry'
import { Refusal } from '@/domain/refusal'
import { canSetUp } from '@/server/people/set-up'

export const metadata: Metadata = { title: 'Set up' }

export default async function SetUpPage() {
  const token = await passing('setup')
  const usable = token !== '' && (await orRefusal(canSetUp(token)))
  if (usable instanceof Refusal) {
    return <Sorry title="Please wait">{usable.message}</Sorry>
  }
  if (!usable) {
    return (
      <Sorry title="This link is of no use">
        It was used, or Assay was started again and printed a newer one. Look at the terminal in which Assay runs. If an
        account exists already,{' '}
        <a className="link" href="/sign-in">
          sign in
        </a>
        .
      </Sorry>
    )
  }
  return (
    <CentredCard title="Set up Assay">
      <p className="text-ink-soft mb-5">You are the first here. Make the owner’s account; then invite your team.</p>
      <SetUpForm token={token} />
    </CentredCard>
  )
}
