'use client'

import { useQuery } from '@tanstack/react-query'
import { ListFilter, Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { call } from '@/client/call'
import type { Person } from '@/domain/people/person'
import { keys, useDesk } from '@/components/threads/desk'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import type { Filter, Sort } from './model'

type Props = {
  filter: Filter
  onFilter: (filter: Filter) => void
  sort: Sort
  onSort: (sort: Sort) => void
  authors: readonly Person[]
  /** Null until it is known. */
  shown: number | null
  total: number
}

/** How many annotations there are, in what order they stand, and which of them show. */
export function FilterBar({ filter, onFilter, sort, onSort, authors, shown, total }: Props) {
  const [open, setOpen] = useState(false)
  const used = Object.keys(filter).length
  const all = total === 1 ? '1 annotation' : `${total.toLocaleString('en')} annotations`
  return (
    <>
      {/* On a phone the sheet says so, and here it would be cut. */}
      <p role="status" className="text-ink-soft min-w-0 flex-1 truncate">
        <span className="max-sm:sr-only">
          {shown === null ? '' : used > 0 ? `${shown.toLocaleString('en')} of ${all}` : all}
        </span>
      </p>
      <Button
        size="small"
        variant="quiet"
        aria-expanded={open}
        aria-controls="filters"
        data-shortcut="f"
        onClick={() => setOpen(!open)}
      >
        <ListFilter size={15} aria-hidden />
        {used > 0 ? `Filter (${used})` : 'Filter'}
      </Button>
      <SelectField
        label="Order"
        hideLabel
        value={sort}
        onChange={(event) => onSort(event.target.value as Sort)}
        className="h-7! w-auto! border-transparent! pl-2! text-sm font-medium"
      >
        <option value="position">By position</option>
        <option value="activity">By activity</option>
      </SelectField>
      {open ? (
        <Filters filter={filter} onFilter={onFilter} authors={authors} onClear={used > 0 ? () => onFilter({}) : null} />
      ) : null}
    </>
  )
}

const BOX = 'h-8! px-2! pr-6! text-sm'

function Filters(props: Pick<Props, 'filter' | 'onFilter' | 'authors'> & { onClear: (() => void) | null }) {
  const { filter, onFilter, authors, onClear } = props
  const { labels, projectId } = useDesk()
  const { data: tags } = useQuery({
    queryKey: keys.tags(projectId),
    queryFn: () => call('GET /projects/{projectId}/tags', { params: { projectId }, query: { limit: '200' } }),
  })
  const set = <K extends keyof Filter>(key: K, value: string) => {
    const { [key]: _, ...rest } = filter
    onFilter(value === '' ? rest : { ...rest, [key]: value })
  }
  const choices = [
    ['label', 'Label', [['none', 'No label'], ...labels.map(({ id, name }) => [id, name])]],
    ['tag', 'Tag', (tags?.items ?? []).map((tag) => [tag, tag])],
    ['author', 'Author', authors.map(({ id, name }) => [id, name])],
    ['status', 'Status', [['open', 'Open'], ['resolved', 'Resolved']]], // prettier-ignore
    ['visibility', 'Visible to', [['team', 'The team'], ['private', 'Only you']]], // prettier-ignore
  ] as [keyof Filter, string, [string, string][]][]
  return (
    <div id="filters" className="order-last grid w-full grid-cols-2 gap-2 pb-1 sm:grid-cols-3 lg:grid-cols-6">
      <TextFilter
        key={filter.text === undefined ? 'clear' : 'set'}
        value={filter.text ?? ''}
        onChange={(text) => set('text', text)}
      />
      {choices.map(([key, name, options]) => (
        <SelectField
          key={key}
          label={name}
          hideLabel
          className={BOX}
          value={filter[key] ?? ''}
          onChange={(event) => set(key, event.target.value)}
        >
          <option value="">{name}: any</option>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </SelectField>
      ))}
      {onClear ? (
        <Button size="small" className="col-span-full justify-self-start" onClick={onClear}>
          Show all
        </Button>
      ) : null}
    </div>
  )
}

/** People type faster than they want answers; in ms. */
const TYPING_MS = 250

function TextFilter({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(value)
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => onChange(typed.trim()), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <div className="relative">
      <Search size={14} aria-hidden className="text-ink-faint absolute top-2.25 left-2" />
      <TextField
        label="Text"
        hideLabel
        type="search"
        autoFocus
        placeholder="Passage, tag, comment"
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className={`${BOX} pl-7!`}
      />
    </div>
  )
}
