'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { counted } from '@/components/claims/counted'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { showToast } from '@/components/ui/toast'
import { askingBody, NOBODY, type Asking } from './asking'
import { AskingFields } from './asking-fields'

type Props = {
  workspaceId: string
  projectId: string
  meId: string
  claims: readonly { id: string; statement: string }[]
  onOpened: () => void
  onClose: () => void
}

/** Opens a review of one or several claims: a sealed round for each, with the same reviewers. */
export function ReviewDialog({ workspaceId, projectId, meId, claims, onOpened, onClose }: Props) {
  const [asking, setAsking] = useState<Asking>(NOBODY)
  const open = useAction(async (id, said: Asking) => {
    const body = { id, claimIds: claims.map((claim) => claim.id), ...askingBody(said) }
    await call('POST /projects/{projectId}/reviews', { params: { projectId }, body }, { idempotencyKey: id })
    showToast({ text: claims.length === 1 ? 'The review is open.' : `${claims.length} reviews are open.` })
    onOpened()
  })
  return (
    <Dialog
      title={claims.length === 1 ? 'Open a review' : `Open a review of ${counted(claims.length, 'claim')}`}
      onClose={onClose}
    >
      <Form
        onSubmit={() => {
          if (!open.busy) void open.run(asking)
        }}
        error={errorBeside(open, 'reviewerIds', 'quorum', 'dueAt')}
        fields={open.fields}
        footer={
          <SubmitActions busy={open.busy} unready={asking.reviewerIds.length === 0} onCancel={onClose}>
            Open the review
          </SubmitActions>
        }
      >
        <p className="text-ink-soft">
          Each reviewer judges alone. Verdicts are held until the reveal, and meanwhile nothing about{' '}
          {claims.length === 1 ? 'the claim' : 'these claims'} changes.
        </p>
        <AskingFields {...{ workspaceId, meId, asking }} sealed errors={open.fields} onChange={setAsking} />
      </Form>
    </Dialog>
  )
}
