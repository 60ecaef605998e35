'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import type { Claim } from '@/domain/claims/claim'
import { keysOf, RELATIONS, STRENGTHS, type RelationKind, type Strength } from '@/domain/claims/words'
import { ChooseClaim } from '@/components/claims/choose-claim'
import type { FoundClaim } from '@/components/claims/use-found-claims'
import { Choices, choicesOf } from '@/components/ui/choices'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { SelectField, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { relationWords } from './relation-words'

/** A way in which this claim can stand to the other: the kind, and whether it reads from this one. */
type Way = { key: string; kind: RelationKind; forth: boolean }

const WAYS: readonly Way[] = keysOf(RELATIONS).flatMap((kind) =>
  (RELATIONS[kind].mutual ? [true] : [true, false]).map((forth) => ({ key: `${kind} ${forth}`, kind, forth })),
)

/** Relates a claim to another one of its project. */
export function RelationDialog({ claim, onDone, onClose }: { claim: Claim; onDone: () => void; onClose: () => void }) {
  const [other, setOther] = useState<FoundClaim | null>(null)
  const [chosen, setChosen] = useState(WAYS[0]?.key ?? '')
  const [strength, setStrength] = useState<Strength>('contradiction')
  const [reason, setReason] = useState('')
  const way = WAYS.find(({ key }) => key === chosen)
  const save = useAction(async (id, said: Way & { otherId: string; strength: Strength | null; reason: string }) => {
    const [fromId, toId] = said.forth ? [claim.id, said.otherId] : [said.otherId, claim.id]
    const body = { id, kind: said.kind, fromId, toId, strength: said.strength, reason: said.reason }
    await call(
      'POST /projects/{projectId}/relations',
      { params: { projectId: claim.projectId }, body },
      { idempotencyKey: id },
    )
    onDone()
  })
  const conflicts = way?.kind === 'conflicts'
  return (
    <Dialog title="Relate to another claim" onClose={onClose}>
      <Form
        onSubmit={() => {
          if (!other || !way || save.busy) return
          void save.run({ ...way, otherId: other.id, strength: conflicts ? strength : null, reason })
        }}
        error={save.error}
        fields={save.fields}
        footer={
          <SubmitActions busy={save.busy} unready={other === null} onCancel={onClose}>
            Relate
          </SubmitActions>
        }
      >
        <SelectField label="This claim" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {WAYS.map(({ key, kind, forth }) => (
            <option key={key} value={key}>
              {relationWords(kind, forth).toLowerCase()}
            </option>
          ))}
        </SelectField>
        <ChooseClaim
          projectId={claim.projectId}
          like={claim.statement}
          except={claim.id}
          label="The other claim"
          value={other}
          onChange={setOther}
        />
        {conflicts ? (
          <Choices
            legend="How they conflict"
            name="strength"
            options={choicesOf(STRENGTHS)}
            value={strength}
            onChange={setStrength}
          />
        ) : null}
        <TextField
          label="Why (optional)"
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form>
    </Dialog>
  )
}
