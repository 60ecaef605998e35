'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { v7 } from 'uuid'
import { call, Problem } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { showToast } from '@/components/ui/toast'
import type { Workspace } from '@/domain/people/workspace'

export function NewWorkspace() {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { run, busy, error, fields } = useAction(async (idempotencyKey, name: string) => {
    const { id } = await call('POST /workspaces', { body: { id: v7(), name } }, { idempotencyKey })
    router.push(`/w/${id}`)
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>New workspace</Button>
      {open ? (
        <Dialog title="New workspace" onClose={() => setOpen(false)}>
          <Form
            onSubmit={({ name = '' }) => void run(name)}
            error={fields.name ? '' : error}
            footer={
              <DialogActions>
                <Button onClick={() => setOpen(false)}>Cancel</Button>
                <Button type="submit" variant="primary" busy={busy}>
                  Create
                </Button>
              </DialogActions>
            }
          >
            <TextField
              label="Name"
              name="name"
              autoFocus
              maxLength={80}
              error={fields.name}
              hint="A desk or a team. Members see everything in it that is not private."
            />
          </Form>
        </Dialog>
      ) : null}
    </>
  )
}

/** Renames a workspace. A name that someone else gave meanwhile is shown, and nothing is overwritten. */
export function RenameWorkspace({ workspace }: { workspace: Workspace }) {
  const router = useRouter()
  const { run, busy, error, fields } = useAction(async (idempotencyKey, name: string) => {
    const { id: workspaceId, version } = workspace
    try {
      await call(
        'PATCH /workspaces/{workspaceId}',
        { params: { workspaceId }, body: { version, name } },
        { idempotencyKey },
      )
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 409) router.refresh()
      throw problem
    }
    showToast({ text: 'The name is saved.' })
    router.refresh()
  })
  return (
    <Form
      onSubmit={({ name = '' }) => void run(name)}
      error={fields.name ? '' : error && `${error} It is called “${workspace.name}” now; save again to change that.`}
      footer={
        <div>
          <Button type="submit" busy={busy}>
            Save
          </Button>
        </div>
      }
    >
      <TextField label="Name" name="name" defaultValue={workspace.name} maxLength={80} error={fields.name} />
    </Form>
  )
}
