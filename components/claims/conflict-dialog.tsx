'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { keysOf, STRENGTHS, CLAIM_TYPES, type ClaimType, type Strength } from '@/domain/claims/words'
import { CheckField } from '@/components/ui/check-field'
import { Choices, choicesOf } from '@/components/ui/choices'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { SelectField, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { changed, claimOf, claims, settled, type ConflictSide, type StandingClaim } from './conflict-side'
import { StatementField } from './statement-field'

type Sides = readonly [ConflictSide, ConflictSide]

/** Says how two passages conflict: each side with its claim, how strong it is, and why. Enter saves. */
export function ConflictDialog(props: { projectId: string; sides: Sides; onSaved: () => void; onClose: () => void }) {
  const { projectId, onSaved, onClose } = props
  const [sides, setSides] = useState(props.sides)
  const [first, second] = sides
  const [strength, setStrength] = useState<Strength>('contradiction')
  const [reason, setReason] = useState('')
  const [share, setShare] = useState(false)
  const consents = sides.some(({ passage, chosen }) => passage.private && chosen === null)
  const same = first.chosen !== null && first.chosen === second.chosen
  const save = useAction(async (id, _meant: readonly string[], said: { strength: Strength; reason: string }) => {
    const from = await settled(projectId, first, share)
    setSides([from, second])
    const to = await settled(projectId, second, share)
    setSides([from, to])
    await relate(projectId, id, [claimOf(from), claimOf(to)], said)
    onSaved()
  })
  const ready = !same && sides.every(claims) && !(consents && !share)
  const within = first.passage.annotationId === second.passage.annotationId
  return (
    <Dialog title={within ? 'This passage conflicts in itself' : 'These two conflict'} onClose={onClose} wide>
      <Form
        onSubmit={() => {
          if (ready && !save.busy) void save.run([first.newId, second.newId], { strength, reason })
        }}
        error={same ? 'Both passages make the same claim here. Let one of them make a claim of its own.' : save.error}
        fields={save.fields}
        footer={
          <SubmitActions busy={save.busy} unready={!ready} onCancel={onClose}>
            Save conflict
          </SubmitActions>
        }
      >
        <div className="grid items-stretch gap-3 sm:grid-cols-2">
          <Side name="One" side={first} onChange={(side) => setSides([side, second])} />
          <Side name="The other" side={second} onChange={(side) => setSides([first, side])} />
        </div>
        <Choices
          legend="How they conflict"
          name="strength"
          columns={3}
          options={choicesOf(STRENGTHS)}
          value={strength}
          onChange={setStrength}
          focusFirst
        />
        <TextField
          label="Why"
          hint="Optional. How it is settled comes later, in the ledger."
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {consents ? (
          <CheckField checked={share} onChange={setShare}>
            The team will see this annotation, which only you see so far, with what is said in it.
          </CheckField>
        ) : null}
      </Form>
    </Dialog>
  )
}

async function relate(
  projectId: string,
  id: string,
  [from, to]: readonly [StandingClaim, StandingClaim],
  said: { strength: Strength; reason: string },
): Promise<void> {
  const ends = { fromId: from.claimId, toId: to.claimId }
  const passages = { fromAnnotationId: from.annotationId, toAnnotationId: to.annotationId }
  const body = { id, kind: 'conflicts' as const, ...ends, ...passages, ...said }
  await call('POST /projects/{projectId}/relations', { params: { projectId }, body }, { idempotencyKey: id })
}

/** One passage as a card, with the claim that it makes. */
function Side(props: { name: string; side: ConflictSide; onChange: (side: ConflictSide) => void }) {
  const { name, side, onChange } = props
  const there = side.standing.find(({ claimId }) => claimId === side.chosen)
  return (
    <fieldset className="border-line bg-paper min-w-0 rounded-lg border p-3">
      <legend className="sr-only">{name} passage</legend>
      <blockquote className="text-ink-soft border-line-strong line-clamp-4 border-l-2 pl-2 font-serif text-sm wrap-anywhere">
        {side.passage.exact}
      </blockquote>
      <div className="mt-3 grid gap-2">
        {side.standing.length > 0 ? (
          <SelectField
            label="Claim"
            value={side.chosen ?? ''}
            onChange={(event) => onChange(changed(side, { chosen: event.target.value || null }))}
          >
            {side.standing.map(({ claimId, statement }) => (
              <option key={claimId} value={claimId}>
                {statement}
              </option>
            ))}
            <option value="">A new claim</option>
          </SelectField>
        ) : null}
        {there ? (
          <p className="font-serif wrap-anywhere">{there.statement}</p>
        ) : (
          <>
            <StatementField
              label="It claims"
              value={side.statement}
              onChange={(statement) => onChange(changed(side, { statement }))}
            />
            <SelectField
              label="Type"
              value={side.type}
              onChange={(event) => onChange(changed(side, { type: event.target.value as ClaimType }))}
            >
              {keysOf(CLAIM_TYPES).map((type) => (
                <option key={type} value={type}>
                  {CLAIM_TYPES[type].name}
                </option>
              ))}
            </SelectField>
          </>
        )}
      </div>
    </fieldset>
  )
}
