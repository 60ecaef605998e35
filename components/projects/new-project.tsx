'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { v7 } from 'uuid'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextAreaField, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'

/** Makes a project and opens it. */
export function NewProject({ workspaceId }: { workspaceId: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { run, busy, error, fields } = useAction(async (idempotencyKey, name: string, description: string) => {
    const { id } = await call(
      'POST /workspaces/{workspaceId}/projects',
      { params: { workspaceId }, body: { id: v7(), name, description } },
      { idempotencyKey },
    )
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
            onSubmit={({ name = '', description = '' }) => void run(name, description)}
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
              maxLength={120}
              error={fields.name}
              hint="One question, one story, one review."
            />
            <TextAreaField label="Description" name="description" maxLength={2000} hint="Optional." />
          </Form>
        </Dialog>
      ) : null}
    </>
  )
}
