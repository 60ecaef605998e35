'use client'

import { TextField } from '@/components/ui/field'
import { Button } from '@/components/ui/button'
import type { SourceFields as Fields } from './source-choice'
import { SourceSearch } from './source-search'

type Props = {
  projectId: string
  fields: Fields
  onChange: (fields: Fields) => void
  /** By `name` and `url`. */
  errors: { name?: string | undefined; url?: string | undefined }
  /** The source itself, which can't copy itself. */
  except?: string
}

/** What a source is called, where it is, and which one it copies. */
export function SourceFields({ projectId, fields, onChange, errors, except }: Props) {
  const { name, url, origin } = fields
  return (
    <>
      <TextField
        label="Name of the source"
        maxLength={200}
        autoFocus
        value={name}
        error={errors.name}
        onChange={(event) => onChange({ ...fields, name: event.target.value })}
      />
      <TextField
        label="Address of the source"
        type="url"
        placeholder="https://…"
        hint="Optional."
        maxLength={2000}
        value={url}
        error={errors.url}
        onChange={(event) => onChange({ ...fields, url: event.target.value })}
      />
      {origin ? (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p>
            Copy of <span className="font-medium wrap-anywhere">{origin.name}</span>; both count once.
          </p>
          <Button size="small" variant="quiet" onClick={() => onChange({ ...fields, origin: null })}>
            No copy
          </Button>
        </div>
      ) : (
        <SourceSearch
          projectId={projectId}
          label="Copy of"
          hint="If it carries the report of another source. A source and its copies count once."
          {...(except && { except })}
          onChoose={(source) => onChange({ ...fields, origin: source.origin ?? { id: source.id, name: source.name } })}
        />
      )}
    </>
  )
}
