'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import type { Round } from '@/domain/reviews/round'
import type { Verdict } from '@/domain/reviews/verdict'
import { splitWords } from '@/components/claims/claim-card'
import { HeldBadge } from '@/components/seals/held-badge'
import { useDesk } from '@/components/threads/desk'
import { Disclosure } from '@/components/ui/disclosure'
import { Badge, Notice } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import { alongTheScale } from './along-the-scale'
import { dueWords } from './due-words'
import { Reviewers } from './reviewers'
import { RoundDeeds } from './round-deeds'
import { Scale } from './scale'
import { VerdictCard } from './verdict-card'
import { VerdictForm } from './verdict-form'

type Props = {
  workspaceId: string
  round: Round
  /** What people judged before this round, by their ids. */
  before: ReadonlyMap<string, Verdict>
  manages: boolean
  /** Whether its due date has come. */
  due: boolean
}

/** One round, as its reader may know it. */
export function RoundView(props: Props) {
  const { round } = props
  const { number, sealed, state, openedBy, openedAt, objection } = round
  const View = VIEWS[state]
  return (
    <div className="grid gap-4">
      <div>
        <h3 className="flex flex-wrap items-center gap-2 font-medium">
          Round {number} <Badge>{sealed ? 'Sealed' : 'In the open'}</Badge>
        </h3>
        <p className="text-ink-faint mt-0.5 text-sm">
          Opened by {openedBy.name} · <Time at={openedAt} />
          {state === 'open' ? ` · ${dueWords(round)}` : ''}
        </p>
      </div>
      {objection ? (
        <Notice>
          <span className="text-ink-soft">{openedBy.name} objected:</span> {objection}{' '}
          {state === 'open' && sealed ? <HeldBadge /> : null}
        </Notice>
      ) : null}
      <View {...props} />
    </div>
  )
}

const VIEWS: Readonly<Record<Round['state'], (props: Props) => ReactNode>> = {
  open: OpenRound,
  revealed: RevealedRound,
  cancelled: CancelledRound,
}

function OpenRound({ workspaceId, round, before, manages, due }: Props) {
  const { me } = useDesk()
  const router = useRouter()
  const { form, mine, asksMe, sealed, verdicts, reviewers } = round
  const others = verdicts.filter(({ id }) => id !== mine?.id)
  const known = reviewers.filter(({ submitted, dropped }) => submitted !== null && !dropped)
  return (
    <>
      {asksMe ? (
        <section aria-label="Your verdict" className="border-accent/50 bg-surface rounded-lg border p-4 sm:p-5">
          <VerdictForm round={round} meId={me.id} onSubmitted={() => router.refresh()} />
        </section>
      ) : null}
      {mine ? <VerdictCard form={form} verdict={mine} before={before.get(me.id)} /> : null}
      <Cards form={form} verdicts={others} before={before} />
      <div className="grid gap-2">
        <p className="text-ink-soft text-sm">
          {known.length > 0
            ? `${known.filter(({ submitted }) => submitted).length} of ${known.length} have submitted.`
            : 'Who has submitted, and what, shows at the reveal.'}
          {known.length > 0 && sealed ? ' What they say shows at the reveal.' : ''}
        </p>
        <Reviewers {...{ workspaceId, round, manages }} />
      </div>
      {manages ? <RoundDeeds {...{ workspaceId, round, due }} /> : null}
    </>
  )
}

function RevealedRound({ workspaceId, round, before }: Props) {
  const { form, verdicts, split, closedAt } = round
  return (
    <>
      <p className="text-ink-soft text-sm">
        Revealed{' '}
        {closedAt ? (
          <>
            <Time at={closedAt} />
          </>
        ) : null}
        {split === null ? null : <span className="text-ink font-medium"> · {splitWords(split)}</span>}
      </p>
      <Scale round={round} />
      <Cards form={form} verdicts={verdicts} before={before} />
      <Disclosure summary="Who was asked, and what they knew before">
        <Reviewers {...{ workspaceId, round }} manages={false} />
      </Disclosure>
    </>
  )
}

function CancelledRound({ round: { form, reason, sealed, mine, verdicts } }: Props) {
  return (
    <>
      <Notice tone="warning">
        This round was cancelled: {reason} {sealed ? 'What was submitted stays sealed for ever.' : ''}
      </Notice>
      <Cards form={form} verdicts={sealed && mine ? [mine] : verdicts} before={new Map()} />
    </>
  )
}

type CardsProps = { form: Round['form']; verdicts: readonly Verdict[]; before: ReadonlyMap<string, Verdict> }

const Cards = ({ form, verdicts, before }: CardsProps) =>
  verdicts.length === 0 ? null : (
    <ul aria-label="Verdicts" className="grid gap-2.5">
      {alongTheScale(form, verdicts).map((verdict) => (
        <li key={verdict.id}>
          <VerdictCard form={form} verdict={verdict} before={before.get(verdict.author.id)} />
        </li>
      ))}
    </ul>
  )
