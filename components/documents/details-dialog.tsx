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
import type { DocumentDetails } from '@/domain/documents/details'
import type { Document } from '@/domain/documents/document'

type Theirs = { title: string; version: number; details: DocumentDetails }

/** What can be said of a document: the names that errors come with, and what people call it. */
const FIELDS = [
  { name: 'author', label: 'Author', hint: '', wide: false },
  { name: 'source', label: 'Published by', hint: '', wide: false },
  { name: 'address', label: 'Address', hint: '', wide: true },
  {
    name: 'publishedOn',
    label: 'Published on',
    hint: 'As much as is known: 2026, 2026-11 or 2026-11-12.',
    wide: false,
  },
  { name: 'language', label: 'Language', hint: 'As its code: en, de, pt-BR.', wide: false },
] as const

/** Says where a document comes from. Where someone else was faster, theirs is shown, and the next save decides. */
export function DetailsDialog({ document, onClose }: { document: Document; onClose: () => void }) {
  const router = useRouter()
  const [theirs, setTheirs] = useState<Theirs | null>(null)
  const close = () => {
    onClose()
    router.refresh()
  }
  const save = useAction(async (idempotencyKey, title: string, details: DocumentDetails, version: number) => {
    const params = { documentId: document.id }
    try {
      await call('PATCH /documents/{documentId}', { params, body: { version, title, details } }, { idempotencyKey })
    } catch (error) {
      setTheirs(theirsOf<Theirs>(error) ?? theirs)
      throw error
    }
    close()
  })
  const errorOf = (name: string) => save.fields[`details.${name}`]
  return (
    <Dialog title="Details" onClose={onClose} wide>
      <Form
        onSubmit={(values) => void save.run(values.title ?? '', detailsOf(values), (theirs ?? document).version)}
        error={theirs ? '' : errorBeside(save, 'title', ...FIELDS.map(({ name }) => `details.${name}`))}
        fields={save.fields}
        footer={
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={save.busy}>
              Save
            </Button>
          </DialogActions>
        }
      >
        <TextField label="Title" name="title" defaultValue={document.title} maxLength={300} error={save.fields.title} />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          {FIELDS.map(({ name, label, hint, wide }) => (
            <div key={name} className={wide ? 'sm:col-span-2' : ''}>
              <TextField
                label={label}
                name={name}
                defaultValue={document[name] ?? ''}
                maxLength={name === 'address' ? 2000 : 300}
                spellCheck={false}
                hint={hint}
                error={errorOf(name)}
              />
            </div>
          ))}
        </div>
        {theirs ? <Stale said={save.error} theirs={<TheirDetails theirs={theirs} />} onTakeTheirs={close} /> : null}
      </Form>
    </Dialog>
  )
}

function detailsOf(values: Record<string, string>): DocumentDetails {
  const { author = '', source = '', address = '', publishedOn = '', language = '' } = values
  const said = { author: author.trim(), source: source.trim(), address: address.trim() }
  return { ...said, publishedOn: publishedOn.trim(), language: language.trim() || null }
}

function TheirDetails({ theirs: { title, details } }: { theirs: Theirs }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-sm">
      <dt className="text-ink-soft">Title</dt>
      <dd className="wrap-anywhere">{title}</dd>
      {FIELDS.map(({ name, label }) => (
        <div key={name} className="contents">
          <dt className="text-ink-soft">{label}</dt>
          <dd className="wrap-anywhere">{details[name] || 'nothing'}</dd>
        </div>
      ))}
    </dl>
  )
}
