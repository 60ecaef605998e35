'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { call } from '@/client/call'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import { Stale } from '@/components/ui/stale'
import type { Document } from '@/domain/documents/document'

type Theirs = Pick<Document, 'title' | 'version'>

/** Renames a document. Where someone else was faster, their title is shown, and the next save decides. */
export function RenameDialog({ document, onClose }: { document: Document; onClose: () => void }) {
  const router = useRouter()
  const [theirs, setTheirs] = useState<Theirs | null>(null)
  const close = () => {
    onClose()
    router.refresh()
  }
  const rename = useAction(async (idempotencyKey, title: string, version: number) => {
    const params = { documentId: document.id }
    try {
      await call('PATCH /documents/{documentId}', { params, body: { version, title } }, { idempotencyKey })
    } catch (error) {
      setTheirs(theirsOf<Theirs>(error))
      throw error
    }
    close()
  })
  return (
    <Dialog title="Rename" onClose={onClose}>
      <Form
        onSubmit={({ title = '' }) => void rename.run(title, (theirs ?? document).version)}
        error={theirs ? '' : errorBeside(rename, 'title')}
        fields={rename.fields}
        footer={
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={rename.busy}>
              Rename
            </Button>
          </DialogActions>
        }
      >
        <TextField
          label="Title"
          name="title"
          defaultValue={document.title}
          maxLength={300}
          autoFocus
          onFocus={(event) => event.target.select()}
          error={rename.fields.title}
        />
        {theirs ? (
          <Stale said={rename.error} theirs={`It is now called “${theirs.title}”.`} onTakeTheirs={close} />
        ) : null}
      </Form>
    </Dialog>
  )
}
