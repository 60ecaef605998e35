import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentActor } from '@/app/_door/actor'
import { SignInForm } from '@/components/people/sign-in-form'
import { CentredCard } from '@/components/shell/centred-card'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const next = ownPath((await searchParams).next)
  if (await currentActor()) redirect(next)
  return (
    <CentredCard title="Sign in">
      <SignInForm next={next} />
      <p className="text-ink-faint mt-5 text-[13px]">
        No account? People join by an invitation: ask an admin of your workspace for a link.
      </p>
    </CentredCard>
  )
}

/** Only paths of our own: anything that could lead elsewhere becomes the start page. */
function ownPath(next: string | string[] | undefined): string {
  return typeof next === 'string' && /^\/(?![/\\])[\w/?=&%.,:~-]*$/.test(next) ? next : '/'
}
