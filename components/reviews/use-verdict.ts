'use client'

import { useEffect, useRef } from 'react'
import { call, Problem } from '@/client/call'
import { useDraft } from '@/client/drafts'
import { useAction } from '@/client/use-action'
import type { Round } from '@/domain/reviews/round'
import { BLANK, judgementOf, missingIn, type Written } from './verdict-draft'

/**
 * A judgement that is being written: kept in this browser until it is submitted, which what is missing refuses, field by
 * field.
 */
export function useVerdict({ id: roundId, form }: Round, meId: string, onSubmitted: () => void) {
  const draft = useDraft<Written>(`${meId}/verdict/${roundId}`, BLANK)
  const written = draft.value
  const newest = useRef(written)
  useEffect(() => {
    newest.current = written
  })
  const submission = useAction(async (id, judged: Written) => {
    const fields = missingIn(form, judged)
    const { confidence } = judged
    if (fields.length > 0 || confidence === null) throw new Problem(400, 'Something is missing yet.', { fields })
    const body = { kind: 'judged' as const, id, ...judgementOf(form, judged), confidence }
    await call('POST /rounds/{roundId}/verdicts', { params: { roundId }, body }, { idempotencyKey: id })
    draft.drop()
    onSubmitted()
  })
  /** On the newest state, also from an editor that calls what an earlier rendering gave it. */
  const change = (part: Partial<Written>) => {
    newest.current = { ...newest.current, ...part }
    draft.change(newest.current)
  }
  const submit = () => {
    if (!submission.busy) void submission.run(newest.current)
  }
  return { written, ready: draft.ready, change, submit, submission }
}
