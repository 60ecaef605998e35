'use client'

import { useEffect, useRef } from 'react'
import { CheckField } from '@/components/ui/check-field'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/small'
import { today, type Asking } from './asking'
import { useJudges } from './use-judges'

type Props = {
  workspaceId: string
  meId: string
  asking: Asking
  errors: Readonly<Record<string, string>>
  /** Whether what is submitted is held until the reveal. */
  sealed: boolean
  onChange: (asking: Asking) => void
}

/**
 * Who is to judge, how many must, and by when. In a dialog the focus waits at the reviewers until they are here, unless
 * something before them asks for it.
 */
export function AskingFields({ workspaceId, meId, asking, errors, sealed, onChange }: Props) {
  const { judges, error } = useJudges(workspaceId)
  const { reviewerIds, quorum, due } = asking
  const who = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (judges && document.activeElement === who.current) who.current?.querySelector('input')?.focus()
  }, [judges])
  const toggle = (id: string, on: boolean) =>
    onChange({ ...asking, reviewerIds: on ? [...reviewerIds, id] : reviewerIds.filter((each) => each !== id) })
  return (
    <>
      <fieldset ref={who} tabIndex={-1} data-focus-first="" aria-describedby="who-follows" className="outline-none">
        <legend className="mb-1 text-sm font-medium">Reviewers</legend>
        {error ? <Notice tone="danger">{error}</Notice> : null}
        {judges === null && !error ? <p className="text-ink-faint">Loading the members…</p> : null}
        <div className="grid max-h-60 gap-x-4 gap-y-1 overflow-y-auto p-0.5 sm:grid-cols-2">
          {judges?.map(({ person, role }) => (
            <CheckField
              key={person.id}
              checked={reviewerIds.includes(person.id)}
              onChange={(on) => toggle(person.id, on)}
            >
              <span className="wrap-anywhere">{person.name}</span>{' '}
              <span className="text-ink-faint text-xs">{person.id === meId ? `${role}, you` : role}</span>
            </CheckField>
          ))}
        </div>
        {errors.reviewerIds ? (
          <p role="alert" className="text-danger mt-1 text-sm">
            {errors.reviewerIds}
          </p>
        ) : null}
        {sealed ? (
          <p id="who-follows" className="text-ink-soft mt-2 text-sm">
            {reviewerIds.includes(meId)
              ? 'You judge too, so you will learn no more than the others: not even who has submitted.'
              : 'You will see who has submitted, never what. So you can’t become a reviewer of this round later.'}
          </p>
        ) : null}
      </fieldset>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <TextField
          label="Quorum"
          type="number"
          inputMode="numeric"
          min={1}
          max={Math.max(1, reviewerIds.length)}
          value={quorum ?? Math.max(1, reviewerIds.length)}
          error={errors.quorum}
          hint="So many verdicts are enough at the due date."
          onChange={(event) => onChange({ ...asking, quorum: event.target.valueAsNumber || null })}
        />
        <TextField
          label="Due (optional)"
          type="date"
          min={today()}
          value={due}
          error={errors.dueAt}
          hint="By the end of that day. Without one, it waits for all."
          onChange={(event) => onChange({ ...asking, due: event.target.value })}
        />
      </div>
    </>
  )
}
