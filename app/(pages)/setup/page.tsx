import type { Metadata } from 'next'
import { SetUpForm } from '@/components/people/set-up-form'
import { CentredCard } from '@/components/shell/centred-card'
import { canSetUp } from '@/server/people/set-up'

export const metadata: Metadata = { title: 'Set up' }

type Props = { searchParams: Promise<{ token?: string | string[] }> }

export default async function SetUpPage({ searchParams }: Props) {
  const { token } = await searchParams
  if (typeof token !== 'string' || !(await canSetUp(token))) {
    return (
      <CentredCard title="This link is of no use">
        <p className="text-ink-soft">
          It was used, or Assay was started again and printed a newer one. Look at the terminal in which Assay runs. If
          an account exists already,{' '}
          <a className="link" href="/sign-in">
            sign in
          </a>
          .
        </p>
      </CentredCard>
    )
  }
  return (
    <CentredCard title="Set up Assay">
      <p className="text-ink-soft mb-5">You are the first here. Make the owner’s account; then invite your team.</p>
      <SetUpForm token={token} />
    </CentredCard>
  )
}
