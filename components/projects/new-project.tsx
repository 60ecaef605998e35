'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextAreaField, TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'

/** Makes a project and opens it. */
export function NewProject({ workspaceId }: { workspaceId: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const action = useAction(async (id, name: string, description: string) => {
    const params = { workspaceId }
    const body = { id, name, description }
    await call('POST /workspaces/{workspaceId}/projects', { params, body }, { idempotencyKey: id })
    router.push(`/p/${id}`)
  })
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        New project
      </Button>
      {open ? (
        <Dialog title="New project" onClose={() => setOpen(false)}>
          <Form
            onSubmit={({ name = '', description = '' }) => void action.run(name, description)}
            error={errorBeside(action, 'name', 'description')}
            fields={action.fields}
            footer={
              <DialogActions>
                <Button onClick={() => setOpen(false)}>Cancel</Button>
                <Button type="submit" variant="primary" busy={action.busy}>
                  Create
                </Button>
              </DialogActions>
            }
          >
            <TextField
              label="Name"
              name="name"
              autoFocus
              maxLength={120}
              error={action.fields.name}
              hint="One question, one story, one review."
            />
            <TextAreaField
              label="Description"
              name="description"
              maxLength={2000}
              error={action.fields.description}
              hint="Optional."
            />
          </Form>
        </Dialog>
      ) : null}
    </>
  )
}
