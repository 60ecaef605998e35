'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { day } from '@/components/ui/day'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/small'
import { showToast } from '@/components/ui/toast'
import type { Workspace } from '@/domain/people/workspace'

type Props = { workspace: Workspace; days: number }

/** Deletes a workspace, for its owners; says before what comes of it. */
export function DeleteWorkspace({ workspace, days }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <div className="grid gap-3">
      <p className="text-ink-soft">
        It is hidden from everybody but its owners at once, and removed for good, with everything in it, after {days}{' '}
        days. Until then any owner can bring it back. All owners are told.
      </p>
      <div>
        <Button variant="danger" onClick={() => setAsking(true)}>
          Delete this workspace…
        </Button>
      </div>
      {asking ? <DeleteDialog workspace={workspace} days={days} onClose={() => setAsking(false)} /> : null}
    </div>
  )
}

function DeleteDialog({ workspace, days, onClose }: Props & { onClose: () => void }) {
  const router = useRouter()
  const remove = useAction(async (idempotencyKey, name: string) => {
    const params = { workspaceId: workspace.id }
    await call('POST /workspaces/{workspaceId}/delete', { params, body: { name } }, { idempotencyKey })
    onClose()
    showToast({ text: 'The workspace is deleted. You can bring it back.' })
    router.refresh()
  })
  return (
    <Dialog title={`Delete “${workspace.name}”?`} onClose={onClose}>
      <Form
        onSubmit={({ name = '' }) => void remove.run(name)}
        error={errorBeside(remove, 'name')}
        fields={remove.fields}
        footer={
          <SubmitActions danger busy={remove.busy} onCancel={onClose}>
            Delete
          </SubmitActions>
        }
      >
        <p>Documents, annotations, claims, verdicts and findings are removed for good in {days} days, files too.</p>
        <TextField label="Type the name of the workspace" name="name" autoComplete="off" error={remove.fields.name} />
      </Form>
    </Dialog>
  )
}

/** Says on each page of a deleted workspace, to its owners, until when it can be brought back. */
export function Going({ workspace, goesAt }: { workspace: Workspace; goesAt: string }) {
  const router = useRouter()
  const restore = useAction(async (idempotencyKey) => {
    await call('POST /workspaces/{workspaceId}/restore', { params: { workspaceId: workspace.id } }, { idempotencyKey })
    showToast({ text: 'The workspace is back.' })
    router.refresh()
  })
  return (
    <div className="mb-6">
      <Notice tone="warning">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span>
            This workspace is deleted, and hidden from its other members. It is removed for good after {day(goesAt)}.
          </span>
          <Button size="small" busy={restore.busy} onClick={() => void restore.run()}>
            Bring it back
          </Button>
        </div>
        {restore.error ? <p role="alert">{restore.error}</p> : null}
      </Notice>
    </div>
  )
}
