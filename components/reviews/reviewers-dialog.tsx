'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import type { Person } from '@/domain/people/person'
import type { Round } from '@/domain/reviews/round'
import { useDesk } from '@/components/threads/desk'
import { SelectField } from '@/components/ui/field'
import { ReasonDialog } from '@/components/ui/reason-dialog'
import { useJudges } from './use-judges'
import { useRoundChange } from './use-round-change'

type Props = {
  workspaceId: string
  round: Round
  /** Who is dropped; without one, someone is asked too. */
  drop?: Person
  onClose: () => void
}

/** Asks someone too, or drops a reviewer by name, with a reason, and puts someone in their place. */
export function ReviewersDialog({ workspaceId, round, drop, onClose }: Props) {
  const { me } = useDesk()
  const { judges } = useJudges(workspaceId)
  const [add, setAdd] = useState('')
  const { known, attempt, stale } = useRoundChange(round, onClose)
  const asked = known.reviewers.map(({ person }) => person.id)
  const free = judges?.filter(({ person }) => !asked.includes(person.id) && person.id !== round.openedBy.id) ?? []
  const change = (reason: string, idempotencyKey: string) =>
    attempt((version) => {
      const body = { version, add: add || null, drop: drop?.id ?? null, reason }
      return call('POST /rounds/{roundId}/reviewers', { params: { roundId: round.id }, body }, { idempotencyKey })
    })
  return (
    <ReasonDialog
      title={drop ? `Replace or drop ${drop.name}` : 'Ask someone too'}
      deed={drop ? (add ? 'Replace' : 'Drop') : 'Ask'}
      draftKey={`${me.id}/reviewers/${round.id}/${drop?.id ?? ''}`}
      hint="Shown to all with the round."
      instead={stale}
      onDo={change}
      onClose={onClose}
    >
      <SelectField label={drop ? 'In their place' : 'Who'} value={add} onChange={(event) => setAdd(event.target.value)}>
        <option value="">{drop ? 'Nobody: only drop them' : 'Choose…'}</option>
        {free.map(({ person }) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </SelectField>
    </ReasonDialog>
  )
}
