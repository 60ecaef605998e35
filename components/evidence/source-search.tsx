'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { call } from '@/client/call'
import type { Source } from '@/domain/evidence/source'
import { TextField } from '@/components/ui/field'
import { Badge } from '@/components/ui/small'

/** People type faster than they want answers; in ms. */
const TYPING_MS = 250
/** As many as can be looked at in passing. */
const SHOWN = 5

type Props = {
  projectId: string
  label: string
  hint?: string
  /** One that can't be chosen. */
  except?: string
  onChoose: (source: Source) => void
  /** Makes a new one of that name; where it is left out, only what is there can be chosen. */
  onNew?: (name: string) => void
  /** Where it takes the place of what had the focus. */
  autoFocus?: boolean
}

/** Finds a source of the project by part of its name or address. Enter takes the one of that name, or makes it. */
export function SourceSearch({ projectId, label, hint, except, onChoose, onNew, autoFocus = false }: Props) {
  const [text, setText] = useState('')
  const found = useSources(projectId, text).filter(({ id }) => id !== except)
  const name = text.trim()
  const same = found.find((source) => source.name.toLowerCase() === name.toLowerCase())
  const decide = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || name === '') return
    event.preventDefault()
    if (same) onChoose(same)
    else if (onNew) onNew(name)
  }
  return (
    <div className="grid gap-1">
      <TextField
        label={label}
        hint={hint}
        type="search"
        placeholder="Part of its name or address"
        autoComplete="off"
        maxLength={200}
        value={text}
        autoFocus={autoFocus}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={decide}
      />
      <ul aria-label={`${label}: found`} className="border-line divide-line divide-y rounded-md border empty:hidden">
        {found.slice(0, SHOWN).map((source) => (
          <li key={source.id}>
            <button type="button" className={ROW} onClick={() => onChoose(source)}>
              <span className="font-medium wrap-anywhere">{source.name}</span>
              <SourceFacts source={source} />
            </button>
          </li>
        ))}
        {onNew && name !== '' && !same ? (
          <li>
            <button type="button" className={ROW} onClick={() => onNew(name)}>
              <span>
                New source: <span className="font-medium wrap-anywhere">{name}</span>
              </span>
            </button>
          </li>
        ) : null}
      </ul>
    </div>
  )
}

const ROW = 'hover:bg-accent-wash flex w-full flex-wrap items-center gap-x-2 px-2.5 py-1.5 text-left -outline-offset-2'

function SourceFacts({ source: { origin, copies, retractedAt } }: { source: Source }) {
  return (
    <span className="text-ink-soft flex flex-wrap items-center gap-x-2 text-xs">
      {origin ? <span>copy of {origin.name}</span> : null}
      {copies > 0 ? <span>{copies === 1 ? '1 copy' : `${copies} copies`}</span> : null}
      {retractedAt ? <Badge tone="danger">Retracted</Badge> : null}
    </span>
  )
}

/** The sources of a project in whose name or address the text stands, soon after one stops typing. */
function useSources(projectId: string, text: string): readonly Source[] {
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const clock = setTimeout(() => setAsked(text.trim()), TYPING_MS)
    return () => clearTimeout(clock)
  }, [text])
  const { data } = useQuery({
    queryKey: ['sources', projectId, asked],
    queryFn: () =>
      call('GET /projects/{projectId}/sources', {
        params: { projectId },
        query: { text: asked, limit: String(SHOWN + 1) },
      }),
    placeholderData: keepPreviousData,
  })
  return data?.items ?? []
}
