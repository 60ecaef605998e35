'use client'

import { useState, type ClipboardEvent } from 'react'
import { call } from '@/client/call'
import { useAction } from '@/client/use-action'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { SelectField, TextAreaField, TextField } from '@/components/ui/field'
import { errorBeside, Form } from '@/components/ui/form'
import type { Imported } from '@/domain/documents/document'
import { clipOf, type Clip } from './clipboard'

const FORMATS = { txt: 'Plain text', md: 'Markdown', html: 'HTML' } as const

/** The choice that a clipboard with formatting adds, and takes until the text is edited by hand. */
const COPIED = { value: 'copied', name: 'As copied, with its headings and lists' } as const
type Choice = keyof typeof FORMATS | typeof COPIED.value

/** Imports what is pasted, formatting included. A refusal leaves the text where it is. */
export function PasteDialog(props: {
  projectId: string
  /** What was pasted on the page, before the dialog stood. */
  clip?: Clip
  onDone: (made: Imported) => void
  onClose: () => void
}) {
  const [clip, setClip] = useState<Clip>(props.clip ?? { text: '', html: '' })
  const [choice, setChoice] = useState<Choice>(clip.html === '' ? 'txt' : COPIED.value)
  const action = useAction(async (id, title: string, content: string, format: keyof typeof FORMATS) => {
    const body = { id, title: title.trim() === '' ? null : title, format, content }
    const params = { projectId: props.projectId }
    props.onDone(await call('POST /projects/{projectId}/documents', { params, body }, { idempotencyKey: id }))
  })
  const pasted = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget
    const fresh = clipOf(event.clipboardData)
    const replacesAll = selectionStart === 0 && selectionEnd === value.length
    if (!replacesAll || fresh.html === '') return
    event.preventDefault()
    setClip(fresh)
    setChoice(COPIED.value)
  }
  const typed = (text: string) => {
    setClip({ text, html: '' })
    if (choice === COPIED.value) setChoice('txt')
  }
  const submit = ({ title = '' }: Record<string, string>) =>
    choice === COPIED.value ? action.run(title, clip.html, 'html') : action.run(title, clip.text, choice)
  return (
    <Dialog title="Paste a text" onClose={props.onClose} wide>
      <Form
        onSubmit={(values) => void submit(values)}
        error={errorBeside(action, 'title')}
        fields={action.fields}
        footer={
          <DialogActions>
            <Button onClick={props.onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={action.busy}>
              {action.busy ? 'Importing' : 'Import'}
            </Button>
          </DialogActions>
        }
      >
        <TextAreaField
          label="Text"
          value={clip.text}
          onChange={(event) => typed(event.target.value)}
          onPaste={pasted}
          rows={12}
          autoFocus
          className="font-serif text-[1.05rem]"
          spellCheck={false}
        />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            label="Title"
            name="title"
            maxLength={300}
            error={action.fields.title}
            hint="Left empty, it is taken from the text."
          />
          <SelectField
            label="Written as"
            value={choice}
            onChange={(event) => setChoice(event.target.value as Choice)}
            hint={choice === COPIED.value ? 'If you edit the text here, it becomes plain text.' : undefined}
          >
            {clip.html === '' ? null : <option value={COPIED.value}>{COPIED.name}</option>}
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
