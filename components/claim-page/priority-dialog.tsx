'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import type { Claim } from '@/domain/claims/claim'
import { keysOf, PRIORITIES, type Priority } from '@/domain/claims/words'
import { contentOf, fieldsOf } from '@/components/claims/claim-fields-of'
import { Choices } from '@/components/ui/choices'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'

const OPTIONS = keysOf(PRIORITIES).map((key) => ({ key, name: PRIORITIES[key] }))

/** Says how urgent a claim is whose wording stays as it is. */
export function PriorityDialog({ claim, onDone, onClose }: { claim: Claim; onDone: () => void; onClose: () => void }) {
  const [priority, setPriority] = useState<Priority>(claim.priority)
  const save = useAction(async (idempotencyKey, chosen: Priority) => {
    const body = { version: claim.version, ...contentOf(fieldsOf(claim)), priority: chosen }
    await call('PATCH /claims/{claimId}', { params: { claimId: claim.id }, body }, { idempotencyKey })
    onDone()
  })
  return (
    <Dialog title="Priority" onClose={onClose}>
      <Form
        onSubmit={() => void save.run(priority)}
        error={save.error}
        footer={
          <SubmitActions busy={save.busy} onCancel={onClose}>
            Save
          </SubmitActions>
        }
      >
        <Choices
          legend="It is looked at"
          name="priority"
          options={OPTIONS}
          value={priority}
          onChange={setPriority}
          focusFirst
        />
      </Form>
    </Dialog>
  )
}
