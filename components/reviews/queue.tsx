'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { Claim } from '@/domain/claims/claim'
import type { Round } from '@/domain/reviews/round'
import { TypeName } from '@/components/claims/claim-badges'
import { ClaimFacts } from '@/components/claim-page/claim-header'
import { useShortcuts } from '@/components/reader/use-shortcuts'
import { useDesk } from '@/components/threads/desk'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState, Kbd } from '@/components/ui/small'
import { FastLane } from './fast-lane'
import { QueuePassages } from './queue-passages'
import { VerdictForm } from './verdict-form'

/** A claim that waits for its reader: for a verdict in this round, or for a key of the fast lane. */
export type Task = { claim: Claim; round: Round | null }

/** What waits for someone, one after another. What was done or skipped does not come again until the page is opened anew. */
export function Queue({ projectId, tasks: given }: { projectId: string; tasks: readonly Task[] }) {
  const [tasks] = useState(given)
  const [at, setAt] = useState(0)
  const [said, setSaid] = useState('')
  const router = useRouter()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (at > 0) heading.current?.focus()
  }, [at])
  const next = (words: string) => {
    setSaid(words)
    setAt((before) => before + 1)
  }
  const done = (words: string) => {
    next(words)
    router.refresh()
  }
  const task = tasks[at]
  useShortcuts({ s: () => (task ? next('Skipped.') : false) })
  return (
    <div className="mx-auto max-w-3xl">
      <Progress at={at} of={tasks.length} said={said} />
      {task ? (
        <article className="border-line bg-surface shadow-low grid gap-5 rounded-xl border p-4 sm:p-6">
          <header className="grid gap-2">
            <div className="flex items-center justify-between gap-2">
              <p className="text-ink-soft text-sm">
                <TypeName type={task.claim.type} /> ·{' '}
                {task.round ? 'Your verdict is asked' : 'Is there anything to dispute?'}
              </p>
              <Button size="small" variant="quiet" onClick={() => next('Skipped.')}>
                Skip <Kbd>S</Kbd>
              </Button>
            </div>
            <h2
              ref={heading}
              tabIndex={-1}
              className="font-serif text-xl leading-snug font-semibold tracking-tight text-pretty wrap-anywhere outline-none"
            >
              {task.round?.statement ?? task.claim.statement}
            </h2>
            <ClaimFacts claim={task.claim} />
          </header>
          <QueuePassages key={task.claim.id} claimId={task.claim.id} />
          <Doing key={`do ${task.claim.id}`} task={task} onDone={done} />
          <p className="text-sm">
            <Link href={`/c/${task.claim.id}`} prefetch={false} className="link">
              All about this claim
            </Link>
          </p>
        </article>
      ) : (
        <EmptyState
          title="That was all"
          action={
            <Link href={`/p/${projectId}/claims`} className={buttonClass()}>
              To the claims
            </Link>
          }
        >
          <p>What you skipped comes again when you open this page anew.</p>
        </EmptyState>
      )}
    </div>
  )
}

function Progress({ at, of, said }: { at: number; of: number; said: string }) {
  return (
    <div className="mb-4 grid gap-1.5">
      <div className="flex min-h-6 flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <p className="font-medium tabular-nums">{at < of ? `${at + 1} of ${of}` : `${of} of ${of}`}</p>
        <p role="status" className="text-ink-soft">
          {said}
        </p>
      </div>
      <progress
        aria-label="Through the queue"
        value={Math.min(at, of)}
        max={of}
        className="bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent h-1.5 w-full appearance-none overflow-hidden rounded-full"
      />
    </div>
  )
}

function Doing({ task: { claim, round }, onDone }: { task: Task; onDone: (words: string) => void }) {
  const { me } = useDesk()
  if (!round) return <FastLane claim={claim} meId={me.id} onDone={onDone} />
  return <VerdictForm round={round} meId={me.id} onSubmitted={() => onDone('Your verdict is submitted.')} />
}
