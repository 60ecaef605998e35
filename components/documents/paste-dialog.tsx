'use client'

import { useState } from 'react'
import { v7 } from 'uuid'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { SelectField, TextAreaField, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import type { Imported } from '@/domain/documents/document'

const FORMATS = { txt: 'Plain text', md: 'Markdown', html: 'HTML' } as const

/** Imports what is pasted. A refusal leaves the text where it is. */
export function PasteDialog({
  projectId,
  onDone,
  onClose,
}: {
  projectId: string
  onDone: (made: Imported) => void
  onClose: () => void
}) {
  const [format, setFormat] = useState<keyof typeof FORMATS>('txt')
  const { run, busy, error } = useAction(async (idempotencyKey, title: string, content: string) => {
    const body = { id: v7(), title: title.trim() === '' ? null : title, format, content }
    onDone(await call('POST /projects/{projectId}/documents', { params: { projectId }, body }, { idempotencyKey }))
  })
  return (
    <Dialog title="Paste a text" onClose={onClose} wide>
      <Form
        onSubmit={({ title = '', content = '' }) => void run(title, content)}
        error={error}
        footer={
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={busy}>
              {busy ? 'Importing' : 'Import'}
            </Button>
          </DialogActions>
        }
      >
        <TextAreaField
          label="Text"
          name="content"
          rows={12}
          autoFocus
          className="font-serif text-[1.05rem]"
          spellCheck={false}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label="Title" name="title" maxLength={300} hint="Left empty, it is taken from the text." />
          <SelectField
            label="Written as"
            value={format}
            onChange={(event) => setFormat(event.target.value as keyof typeof FORMATS)}
          >
            {Object.entries(FORMATS).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
      </Form>
    </Dialog>
  )
}
