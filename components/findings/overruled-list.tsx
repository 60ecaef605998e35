'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import type { FindingVersion } from '@/domain/findings/finding'
import { ReasonDialog } from '@/components/ui/reason-dialog'
import { useDesk } from '@/components/threads/desk'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import { usePublished } from './use-finding'

type Props = {
  findingId: string
  version: FindingVersion
  /** Whether those whom it overrules can answer it now. */
  open: boolean
}

/** Whose rating a published finding does not follow, what they were told, and what they answer. */
export function OverruledList({ findingId, version: { overruled }, open }: Props) {
  const { me } = useDesk()
  const [answering, setAnswering] = useState(false)
  if (overruled.length === 0) return null
  return (
    <section aria-labelledby="overruled-title" className="max-w-3xl">
      <h2 id="overruled-title" className="font-serif text-lg font-semibold tracking-tight">
        Not followed
      </h2>
      <ul className="mt-2 grid gap-4">
        {overruled.map(({ person, reason, answer, answeredAt }) => (
          <li key={person.id} className="border-line-strong grid gap-1.5 border-l-2 pl-3">
            <p className="font-medium">{person.name}</p>
            <p className="text-ink-soft wrap-anywhere whitespace-pre-line">{reason}</p>
            {answeredAt ? (
              <div>
                <p className="text-ink-soft text-sm">
                  Answer · <Time at={answeredAt} />
                </p>
                <p className="wrap-anywhere whitespace-pre-line">{answer}</p>
              </div>
            ) : null}
            {open && person.id === me.id ? (
              <Button size="small" className="justify-self-start" onClick={() => setAnswering(true)}>
                {answeredAt ? 'Answer anew' : 'Answer'}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {answering ? <AnswerDialog findingId={findingId} onClose={() => setAnswering(false)} /> : null}
    </section>
  )
}

function AnswerDialog({ findingId, onClose }: { findingId: string; onClose: () => void }) {
  const { me } = useDesk()
  const written = usePublished()
  return (
    <ReasonDialog
      title="Answer the finding"
      deed="Answer"
      label="Your answer"
      hint="It stands beside the reason, for everyone who reads the finding."
      draftKey={`${me.id}/answer/${findingId}`}
      onDo={async (answer, idempotencyKey) => {
        const args = { params: { findingId }, body: { answer } }
        written(await call('POST /findings/{findingId}/answer', args, { idempotencyKey }))
      }}
      onClose={onClose}
    />
  )
}
