'use client'

import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { CLAIM_STATES } from '@/domain/claims/states'
import type { FilterName, SearchQuery } from './search-address'
import { useShow } from './search-panel'

type Choice = { id: string; name: string }

/** What can be chosen: workspaces with their projects; people and labels, where it is known of which. */
export type Choices = {
  places: readonly (Choice & { projects: readonly Choice[] })[]
  authors: readonly Choice[]
  labels: readonly Choice[]
  document: string | null
}

const BOX = 'h-8! px-2! pr-7! text-sm border-line-mid! text-ink-soft'

/** What narrows a search down. */
export function SearchFilters({ query, choices }: { query: SearchQuery; choices: Choices }) {
  const show = useShow()
  const { cursor: _, ...first } = query
  const set = (changed: { [F in FilterName]?: string }) => show({ ...first, ...changed })
  const used = ['workspace', 'project', 'document', 'author', 'label', 'tag', 'status', 'state', 'from', 'to'].some((name) => first[name as FilterName]) // prettier-ignore
  const place = query.project ? `project ${query.project}` : query.workspace ? `workspace ${query.workspace}` : ''
  return (
    <div
      role="group"
      aria-label="Narrow down"
      className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-2 sm:flex sm:flex-wrap sm:items-center"
    >
      <SelectField
        label="Where"
        hideLabel
        className={BOX}
        value={place}
        onChange={({ target }) => {
          const [name = '', id = ''] = target.value.split(' ')
          set({ workspace: '', project: '', document: '', author: '', label: '', ...(name && { [name]: id }) })
        }}
      >
        <option value="">Everywhere</option>
        {choices.places.map(({ id, name, projects }) => (
          <optgroup key={id} label={name}>
            <option value={`workspace ${id}`}>All of {name}</option>
            {projects.map((project) => (
              <option key={project.id} value={`project ${project.id}`}>
                {project.name}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <Chosen name="author" all="By anyone" choices={choices.authors} {...{ query, set }} />
      <Chosen name="label" all="Any label" choices={choices.labels} {...{ query, set }} />
      <Chosen name="status" all="Open or resolved" choices={STATUSES} {...{ query, set }} />
      <Chosen name="state" all="Claims in any state" choices={STATES} {...{ query, set }} />
      <div className="contents sm:flex sm:gap-2">
        <Day name="from" label="From" {...{ query, set }} />
        <Day name="to" label="To" {...{ query, set }} />
      </div>
      {choices.document !== null && query.document ? (
        <Button size="small" onClick={() => set({ document: '' })} className="max-w-full min-w-0">
          <span className="truncate">In “{choices.document}”</span> <X size={14} aria-label="Remove" />
        </Button>
      ) : null}
      {query.tag ? (
        <Button size="small" onClick={() => set({ tag: '' })}>
          Tag {query.tag} <X size={14} aria-label="Remove" />
        </Button>
      ) : null}
      {used ? (
        <Button
          size="small"
          variant="quiet"
          className="justify-self-start"
          onClick={() => show({ q: query.q, ...(query.kind && { kind: query.kind }) })}
        >
          Clear filters
        </Button>
      ) : null}
    </div>
  )
}

const STATUSES = [
  { id: 'open', name: 'Open' },
  { id: 'resolved', name: 'Resolved' },
]
const STATES = Object.entries(CLAIM_STATES).map(([id, { name }]) => ({ id, name }))

type Part = { query: SearchQuery; set: (changed: { [F in FilterName]?: string }) => void }

function Chosen(props: Part & { name: FilterName; all: string; choices: readonly Choice[] }) {
  const { name, all, choices, query, set } = props
  if (choices.length === 0) return null
  return (
    <SelectField
      label={all}
      hideLabel
      className={BOX}
      value={query[name] ?? ''}
      onChange={({ target }) => set({ [name]: target.value })}
    >
      <option value="">{all}</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </SelectField>
  )
}

function Day({ name, label, query, set }: Part & { name: FilterName; label: string }) {
  return (
    <label className="text-ink-faint flex min-w-0 items-center gap-1.5 text-sm">
      <span className="shrink-0">{label}</span>
      <input
        type="date"
        key={query[name] ?? ''}
        defaultValue={query[name] ?? ''}
        onChange={({ target }) => set({ [name]: target.value })}
        className="border-line-mid bg-surface text-ink-soft h-8 w-full min-w-0 rounded-md border px-2 sm:w-auto"
      />
    </label>
  )
}
