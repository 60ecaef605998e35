'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import type { Round } from '@/domain/reviews/round'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { endOfDay, today } from './asking'
import { useRoundChange } from './use-round-change'

/** Gives the reviewers until another day. */
export function ExtendDialog({ round, onClose }: { round: Round; onClose: () => void }) {
  const [day, setDay] = useState('')
  const { attempt, stale: instead } = useRoundChange(round, onClose)
  const extend = useAction(async (idempotencyKey, dueAt: string) => {
    const params = { roundId: round.id }
    await attempt((version) =>
      call('POST /rounds/{roundId}/extend', { params, body: { version, dueAt } }, { idempotencyKey }),
    )
    onClose()
  })
  const stale = instead(extend.error)
  return (
    <Dialog title={round.dueAt === null ? 'Set a due date' : 'Give more time'} onClose={onClose}>
      <Form
        onSubmit={() => {
          const dueAt = endOfDay(day)
          if (dueAt !== null && !extend.busy) void extend.run(dueAt)
        }}
        error={extend.fields.dueAt || stale ? '' : extend.error}
        fields={extend.fields}
        footer={
          <SubmitActions busy={extend.busy} unready={day === ''} onCancel={onClose}>
            Save
          </SubmitActions>
        }
      >
        {stale}
        <TextField
          label="Due"
          type="date"
          min={today()}
          value={day}
          error={extend.fields.dueAt}
          hint="By the end of that day."
          onChange={(event) => setDay(event.target.value)}
        />
      </Form>
    </Dialog>
  )
}
