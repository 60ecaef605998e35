'use client'

import { useState } from 'react'
import { call } from '@/client/call'
import { theirsOf } from '@/client/theirs'
import { useAction } from '@/client/use-action'
import type { Source } from '@/domain/evidence/source'
import { Dialog, SubmitActions } from '@/components/ui/dialog'
import { errorBeside, Form } from '@/components/ui/form'
import { Stale } from '@/components/ui/stale'
import { createSource, type SourceFields as Fields } from './source-choice'
import { SourceFields } from './source-fields'

type Props = {
  projectId: string
  /** Null for one that is made now. */
  source: Source | null
  onSaved: () => void
  onClose: () => void
}

const EMPTY: Fields = { name: '', url: '', origin: null }

/** Adds a source or changes one, and says which one it copies. */
export function SourceDialog({ projectId, source, onSaved, onClose }: Props) {
  const [fields, setFields] = useState<Fields>(source ?? EMPTY)
  const [theirs, setTheirs] = useState<Source | null>(null)
  const save = useAction(async (id, said: Fields, version: number) => {
    if (source) {
      const body = { version, name: said.name, url: said.url.trim(), originId: said.origin?.id ?? null }
      try {
        await call('PATCH /sources/{sourceId}', { params: { sourceId: source.id }, body }, { idempotencyKey: id })
      } catch (error) {
        setTheirs(theirsOf<Source>(error) ?? theirs)
        throw error
      }
    } else await createSource(projectId, id, said)
    onSaved()
  })
  const { name, url, origin } = fields
  return (
    <Dialog title={source ? `Change “${source.name}”` : 'Add a source'} onClose={onClose}>
      <Form
        onSubmit={() => void save.run({ name, url, origin }, (theirs ?? source)?.version ?? 1)}
        error={theirs ? '' : errorBeside(save, 'name', 'url')}
        fields={save.fields}
        footer={
          <SubmitActions busy={save.busy} onCancel={onClose}>
            {source ? 'Save' : 'Add'}
          </SubmitActions>
        }
      >
        <SourceFields
          projectId={projectId}
          fields={fields}
          onChange={setFields}
          errors={{ name: save.fields.name, url: save.fields.url }}
          {...(source && { except: source.id })}
        />
        {theirs ? <Stale said={save.error} theirs={<Theirs source={theirs} />} onTakeTheirs={onSaved} /> : null}
      </Form>
    </Dialog>
  )
}

function Theirs({ source: { name, url, origin } }: { source: Source }) {
  return (
    <p className="wrap-anywhere">
      <strong className="font-medium">{name}</strong> {url}
      {origin ? `, copy of ${origin.name}` : ''}
    </p>
  )
}
