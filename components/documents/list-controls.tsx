'use client'

import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { inputClass } from '@/components/ui/field'
import { SearchForm } from '@/components/ui/search-form'
import { listAddress, SORTS, type DocumentListQuery } from './list-address'

/** Filters by title while one types; the order, too, where the table is too narrow for its heads. */
export function ListControls({ projectId, query }: { projectId: string; query: DocumentListQuery }) {
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const show = (next: DocumentListQuery) => startTransition(() => router.replace(listAddress(projectId, next)))
  return (
    <div className="flex w-full min-w-0 items-center gap-2 sm:w-auto sm:flex-1">
      <SearchForm
        text={query.text}
        label="Filter by title"
        busy={pending}
        onText={(text) => show({ ...query, text })}
        className="min-w-0 flex-1 sm:max-w-xs"
      />
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
