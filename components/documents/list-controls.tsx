'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition, type FormEvent } from 'react'
import { inputClass } from '@/components/ui/field'
import { listAddress, SORTS, type DocumentListQuery } from './list-address'

/** How long typing rests before the list follows; in ms. */
const REST_MS = 250

/** Filters by title while one types; the order, too, where the table is too narrow for its heads. */
export function ListControls({ projectId, query }: { projectId: string; query: DocumentListQuery }) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const clock = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(clock.current), [])
  const show = (next: DocumentListQuery) => startTransition(() => router.replace(listAddress(projectId, next)))
  const filter = (form: HTMLFormElement) => {
    clearTimeout(clock.current)
    const text = String(new FormData(form).get('text') ?? '').trim()
    if (text !== query.text) show({ ...query, text })
  }
  const typed = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget
    clearTimeout(clock.current)
    clock.current = setTimeout(() => filter(form), REST_MS)
  }
  return (
    <div className="flex w-full min-w-0 items-center gap-2 sm:w-auto sm:flex-1">
      <form
        role="search"
        aria-busy={pending}
        onInput={typed}
        onSubmit={(event) => {
          event.preventDefault()
          filter(event.currentTarget)
        }}
        className="relative min-w-0 flex-1 sm:max-w-xs"
      >
        <Search size={15} aria-hidden className="text-ink-faint pointer-events-none absolute top-2.5 left-2.5" />
        <input
          name="text"
          type="search"
          defaultValue={query.text}
          placeholder="Filter by title"
          aria-label="Filter by title"
          maxLength={200}
          autoComplete="off"
          className={`${inputClass} pl-8`}
        />
      </form>
      <select
        aria-label="Sort by"
        value={query.sort}
        onChange={(event) => {
          const sort = event.target.value as DocumentListQuery['sort']
          show({ ...query, sort, order: SORTS[sort].usual })
        }}
        className={`${inputClass} !w-auto pr-8 lg:hidden`}
      >
        {Object.entries(SORTS).map(([value, { name }]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
