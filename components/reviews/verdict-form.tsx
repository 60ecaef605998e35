'use client'

import { useEffect, useId, useRef } from 'react'
import type { Round } from '@/domain/reviews/round'
import { LazyCommentEditor } from '@/components/editor/lazy-comment-editor'
import { useShortcuts } from '@/components/reader/use-shortcuts'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'
import { ConfidenceField } from './confidence-field'
import { Declining } from './declining'
import { DetailFields } from './detail-fields'
import { EvidenceField } from './evidence-field'
import { LikelihoodField } from './likelihood-field'
import { MisleadingField } from './misleading-field'
import { RatingField, ratingAt } from './rating-field'
import { useVerdict } from './use-verdict'
import { takesLikelihood } from './verdict-draft'

type Props = { round: Round; meId: string; onSubmitted: () => void }

/** Where a reviewer judges, by the form that the round pins. Digits choose a rating; once submitted, nothing is changed. */
export function VerdictForm({ round, meId, onSubmitted }: Props) {
  const { form, id: roundId, claimId, sealed } = round
  const { written, ready, change, submit, submission } = useVerdict(round, meId, onSubmitted)
  const { fields: errors, error, busy } = submission
  const shape = useRef<HTMLFormElement>(null)
  const formId = useId()
  useEffect(() => {
    if (Object.keys(errors).length > 0) focusFirstWrong(shape.current)
  }, [errors])
  const byDigit = (digit: string) => () => {
    const rating = ratingAt(form, digit)
    if (rating === null) return false
    change({ rating })
  }
  useShortcuts(Object.fromEntries([...'123456'].map((digit) => [digit, byDigit(digit)])))
  if (!ready) return null
  return (
    <div className="grid gap-5">
      <form
        id={formId}
        ref={shape}
        aria-label="Your verdict"
        noValidate
        className="grid gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {form.ratings.length > 0 ? (
          <RatingField
            form={form}
            value={written.rating}
            error={errors.rating}
            onChange={(rating) => change({ rating })}
          />
        ) : null}
        {takesLikelihood(form, written.rating) ? (
          <LikelihoodField
            value={written.likelihood}
            optional={form.likelihood === 'optional'}
            error={errors.likelihood}
            onChange={(likelihood) => change({ likelihood })}
          />
        ) : null}
        <DetailFields
          details={form.details}
          value={written.details}
          errors={errors}
          onChange={(details) => change({ details })}
        />
        {form.misleading ? <MisleadingField written={written} error={errors.misleading} onChange={change} /> : null}
        <ConfidenceField
          value={written.confidence}
          error={errors.confidence}
          onChange={(confidence) => change({ confidence })}
        />
        <EvidenceField
          claimId={claimId}
          value={written.evidenceIds}
          error={errors.evidenceIds}
          onChange={(evidenceIds) => change({ evidenceIds })}
        />
        <div>
          <p className="mb-1 text-sm font-medium">Reasons</p>
          <LazyCommentEditor
            key={roundId}
            label="Reasons"
            placeholder="Why you judge so."
            value={written.rationale}
            onChange={(rationale, empty) => change({ rationale, empty })}
            onSubmit={submit}
          />
          {errors.rationale ? (
            <p role="alert" className="text-danger mt-1 text-sm">
              {errors.rationale}
            </p>
          ) : null}
        </div>
        {error ? <Notice tone="danger">{error}</Notice> : null}
      </form>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" form={formId} variant="primary" busy={busy} title="Ctrl+Enter">
          Submit verdict
        </Button>
        <Declining roundId={roundId} meId={meId} onSubmitted={onSubmitted} />
        <p className="text-ink-faint basis-full text-sm">
          {sealed ? 'It is held until the reveal, and can’t be changed.' : 'It shows at once, and can’t be changed.'}
        </p>
      </div>
    </div>
  )
}

/** What is said to be wrong stands beside its control. */
function focusFirstWrong(form: HTMLFormElement | null): void {
  const said = form?.querySelector('[role=alert]')
  said?.parentElement?.querySelector<HTMLElement>('input, textarea, [contenteditable]')?.focus()
}
