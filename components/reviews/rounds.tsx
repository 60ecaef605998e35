'use client'

import type { Round } from '@/domain/reviews/round'
import { counted } from '@/components/claims/counted'
import { Disclosure } from '@/components/ui/disclosure'
import { judgedBefore } from './along-the-scale'
import { RoundView } from './round-view'

type Props = {
  workspaceId: string
  /** Newest first. */
  rounds: readonly Round[]
  /** The ids of those that the reader may manage. */
  managed: readonly string[]
  /** Of these, the ids of those whose due date has come. */
  due: readonly string[]
}

/** The rounds in which a claim is and was judged: the newest one, and the earlier ones below it. */
export function Rounds({ workspaceId, rounds, managed, due }: Props) {
  const [newest, ...earlier] = rounds
  if (!newest) return <p className="text-ink-soft">Nobody has judged it yet.</p>
  const view = (round: Round) => (
    <RoundView
      key={round.id}
      {...{ workspaceId, round }}
      before={judgedBefore(rounds, round.number)}
      manages={managed.includes(round.id)}
      due={due.includes(round.id)}
    />
  )
  return (
    <div className="grid gap-6">
      {view(newest)}
      {earlier.length > 0 ? (
        <Disclosure summary={counted(earlier.length, 'earlier round')}>
          <div className="border-line grid gap-8 border-l-2 pt-2 pl-4">{earlier.map(view)}</div>
        </Disclosure>
      ) : null}
    </div>
  )
}
