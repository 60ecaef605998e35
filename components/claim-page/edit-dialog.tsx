'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { useDraft } from '@/client/drafts'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import type { Claim } from '@/domain/claims/claim'
import { MoreFields, TypeField } from '@/components/claims/claim-fields'
import { contentOf, fieldsOf } from '@/components/claims/claim-fields-of'
import { StatementField } from '@/components/claims/statement-field'
import { useDesk } from '@/components/threads/desk'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { Stale } from '@/components/ui/stale'

type Props = { claim: Claim; onDone: () => void; onClose: () => void }

/** Words a claim anew. Where someone else was faster both wordings are shown, and the next save decides. */
export function EditDialog({ claim, onDone, onClose }: Props) {
  const { me } = useDesk()
  const [base, setBase] = useState(claim.version)
  const [theirs, setTheirs] = useState<Claim | null>(null)
  const draft = useDraft(`${me.id}/claim-edit/${claim.id}/${claim.version}`, fieldsOf(claim))
  const close = () => {
    draft.drop()
    onClose()
  }
  const save = useAction(async (idempotencyKey, fields: typeof draft.value, version: number) => {
    const body = { version, ...contentOf(fields) }
    try {
      await call('PATCH /claims/{claimId}', { params: { claimId: claim.id }, body }, { idempotencyKey })
    } catch (error) {
      const now = theirsOf<Claim>(error)
      if (now) {
        setTheirs(now)
        setBase(now.version)
      }
      throw error
    }
    draft.drop()
    onDone()
  })
  if (!draft.ready) return null
  const change = (part: Partial<typeof draft.value>) => draft.change({ ...draft.value, ...part })
  return (
    <Dialog title="Edit the claim" onClose={onClose}>
      <Form
        onSubmit={() => {
          if (!save.busy) void save.run(draft.value, base)
        }}
        error={theirs ? '' : errorBeside(save, 'statement', 'claimant', 'asOf', 'claimedOn')}
        fields={save.fields}
        footer={
          <DialogActions>
            <Button variant="quiet" onClick={close}>
              Discard
            </Button>
            <Button type="submit" variant="primary" busy={save.busy}>
              Save
            </Button>
          </DialogActions>
        }
      >
        {theirs ? (
          <Stale
            said="This claim was changed elsewhere since you began."
            theirs={<p className="font-serif">{theirs.statement}</p>}
            onTakeTheirs={() => {
              draft.drop()
              onDone()
            }}
          />
        ) : null}
        <StatementField
          label="Statement"
          value={draft.value.statement}
          error={save.fields.statement}
          hint="A new wording takes new keys; what it said before stays in its history."
          focusFirst
          onChange={(statement) => change({ statement })}
        />
        <TypeField fields={draft.value} onChange={change} />
        <MoreFields fields={draft.value} errors={save.fields} onChange={change} />
      </Form>
    </Dialog>
  )
}
