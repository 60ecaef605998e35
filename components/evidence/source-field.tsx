'use client'

import type { Source } from '@/domain/evidence/source'
import { Button } from '@/components/ui/button'
import { knownSource, newSource, NO_SOURCE, type SourceChoice } from './source-choice'
import { SourceFields } from './source-fields'
import { SourceSearch } from './source-search'

type Props = {
  projectId: string
  choice: SourceChoice
  onChange: (choice: SourceChoice, source: Source | null) => void
  errors: Readonly<Record<string, string>>
}

/** Where evidence comes from: one of the project's sources, a new one, or not said. */
export function SourceField({ projectId, choice, onChange, errors }: Props) {
  const clear = (name: string) => (
    <Button size="small" variant="quiet" autoFocus={choice.kind === 'known'} onClick={() => onChange(NO_SOURCE, null)}>
      {name}
    </Button>
  )
  if (choice.kind === 'none') {
    return (
      <SourceSearch
        projectId={projectId}
        label="Source"
        hint="Optional. Who says it: a paper, an office, a person."
        autoFocus
        onChoose={(source) => onChange(knownSource(source), source)}
        onNew={(name) => onChange(newSource({ name, url: '', origin: null }), null)}
      />
    )
  }
  if (choice.kind === 'known') {
    return (
      <div role="group" aria-label="Source" className="grid gap-1">
        <p className="text-sm font-medium">Source</p>
        <div className="border-line flex flex-wrap items-center justify-between gap-2 rounded-md border py-1 pr-1 pl-3">
          <p className="min-w-0">
            <span className="font-medium wrap-anywhere">{choice.name}</span>
            {choice.origin ? <span className="text-ink-soft"> · copy of {choice.origin.name}</span> : null}
          </p>
          {clear('Another')}
        </div>
      </div>
    )
  }
  return (
    <fieldset className="border-line bg-paper rounded-lg border p-3">
      <legend className="px-1 text-sm font-medium">New source</legend>
      <div className="grid gap-3">
        <SourceFields
          projectId={projectId}
          fields={choice}
          errors={{ name: errors['source.name'], url: errors['source.url'] }}
          onChange={({ name, url, origin }) => onChange(newSource({ name, url, origin }), null)}
        />
        <div className="flex justify-end">{clear('One that is there')}</div>
      </div>
    </fieldset>
  )
}
