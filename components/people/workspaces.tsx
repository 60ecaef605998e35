'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call, Problem } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { showToast } from '@/components/ui/toast'
import type { Workspace } from '@/domain/people/workspace'

/** Makes a workspace and opens it. */
export function NewWorkspace() {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const make = useAction(async (key, name: string) => {
    const { id } = await call('POST /workspaces', { body: { id: key, name } }, { idempotencyKey: key })
    router.push(`/w/${id}`)
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>New workspace</Button>
      {open ? (
        <Dialog title="New workspace" onClose={() => setOpen(false)}>
          <Form
            onSubmit={({ name = '' }) => void make.run(name)}
            error={errorBeside(make, 'name')}
            fields={make.fields}
            footer={
              <DialogActions>
                <Button onClick={() => setOpen(false)}>Cancel</Button>
                <Button type="submit" variant="primary" busy={make.busy}>
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
              error={make.fields.name}
              hint="A desk or a team. Members see everything in it that is not private."
            />
          </Form>
        </Dialog>
      ) : null}
    </>
  )
}

/** Renames a workspace. A name that someone else gave meanwhile is shown, and nothing is overwritten unseen. */
export function RenameWorkspace({ workspace }: { workspace: Workspace }) {
  const router = useRouter()
  const { id: workspaceId } = workspace
  const [seen, setSeen] = useState(0)
  const rename = useAction(async (idempotencyKey, name: string) => {
    const changes = { params: { workspaceId }, body: { version: Math.max(seen, workspace.version), name } }
    await call('PATCH /workspaces/{workspaceId}', changes, { idempotencyKey }).catch((problem: unknown) => {
      const theirs = theirsIn(problem)
      if (!theirs) throw problem
      setSeen(theirs.version)
      router.refresh()
      throw new Problem(409, `Someone else called it “${theirs.name}” meanwhile. Save again to give it your name.`)
    })
    showToast({ text: 'The name is saved.' })
    router.refresh()
  })
  return (
    <Form
      onSubmit={({ name = '' }) => void rename.run(name)}
      error={errorBeside(rename, 'name')}
      fields={rename.fields}
      footer={
        <div>
          <Button type="submit" busy={rename.busy}>
            Save
          </Button>
        </div>
      }
    >
      <TextField label="Name" name="name" defaultValue={workspace.name} maxLength={80} error={rename.fields.name} />
    </Form>
  )
}

/** What the others made of it, in the refusal of a stale change. */
function theirsIn(problem: unknown): Workspace | undefined {
  if (!(problem instanceof Problem && problem.status === 409)) return undefined
  return problem.details.theirs as Workspace | undefined
}
