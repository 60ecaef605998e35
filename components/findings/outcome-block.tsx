'use client'

import { useState } from 'react'
import type { Outcome, Scores } from '@/domain/findings/correction'
import { Button } from '@/components/ui/button'
import { day } from '@/components/ui/day'
import { OutcomeDialog } from './outcome-dialog'
import { HAPPENED, happenedKey } from './outcome-words'
import { ScoresShown } from './scores-shown'

/** How the world settled a prediction, and how well those who forecast have done so far. */
export function OutcomeBlock(props: { claimId: string; outcome: Outcome | null; scores: Scores; records: boolean }) {
  const { claimId, outcome, scores, records } = props
  const [recording, setRecording] = useState(false)
  return (
    <section aria-labelledby="outcome-title" className="border-line mt-6 grid gap-3 border-t pt-4">
      <h3 id="outcome-title" className="font-medium">
        Outcome
      </h3>
      {outcome ? (
        <div>
          <p className="font-serif text-lg">{HAPPENED[happenedKey(outcome.happened)].name}</p>
          <p className="text-ink-soft text-sm">
            Settled {outcome.settledOn}; recorded by {outcome.recordedBy.name}, {day(outcome.recordedAt)}
          </p>
          {outcome.note ? <p className="mt-1 wrap-anywhere whitespace-pre-line">{outcome.note}</p> : null}
        </div>
      ) : (
        <p className="text-ink-soft">The world has not settled it yet, as far as is recorded here.</p>
      )}
      {records ? (
        <Button size="small" className="justify-self-start" onClick={() => setRecording(true)}>
          {outcome ? 'Change the outcome' : 'Record the outcome'}
        </Button>
      ) : null}
      <ScoresShown scores={scores} />
      {recording ? <OutcomeDialog claimId={claimId} outcome={outcome} onClose={() => setRecording(false)} /> : null}
    </section>
  )
}
