import type { Metadata } from 'next'
import { passing } from '@/app/_door/passing'
import { CodeForm } from '@/components/people/sign-in-form'
import { CentredCard } from '@/components/shell/centred-card'
import { waitsForCode } from '@/server/people/second-step'
import { ownPath } from '../own-path'

export const metadata: Metadata = { title: 'Code' }

type Props = { searchParams: Promise<{ next?: string | string[] }> }

/** The second step, for whoever took the first; anybody else is told to begin there. */
export default async function CodePage({ searchParams }: Props) {
  const next = ownPath((await searchParams).next)
  const first = next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
  const step = await passing('step')
  const waiting = step !== '' && (await waitsForCode(step))
  return (
    <CentredCard title={waiting ? 'One more step' : 'Begin again'}>
      {waiting ? (
        <CodeForm next={next} />
      ) : (
        <p className="text-ink-soft">No sign-in waits for a code here, or too much time has passed.</p>
      )}
      <p className="text-ink-faint mt-5 text-[13px]">
        <a className="link" href={first}>
          {waiting ? 'Begin again as somebody else' : 'Sign in'}
        </a>
      </p>
    </CentredCard>
  )
}
