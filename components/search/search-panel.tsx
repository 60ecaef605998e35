'use client'

import { useRouter } from 'next/navigation'
import { createContext, use, useEffect, useTransition, type KeyboardEvent, type ReactNode } from 'react'
import { SearchForm } from '@/components/ui/search-form'
import { focusField, focusFirst } from './focus'
import { searchAddress, type SearchQuery } from './search-address'

const Shown = createContext<(next: SearchQuery) => void>(() => undefined)

/** Looks for something else: the address changes, and what is shown with it. */
export const useShow = () => use(Shown)

/** The field, what narrows the search down, and what was found; results follow what one types. */
export function SearchPanel(props: { query: SearchQuery; filters: ReactNode; children: ReactNode }) {
  const { query, filters, children } = props
  const router = useRouter()
  const [pending, startTransition] = useTransition()
  const show = (next: SearchQuery) => startTransition(() => router.replace(searchAddress(next), { scroll: false }))
  useEffect(() => void (location.hash === '' && focusField()), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || !(event.target instanceof HTMLInputElement) || event.target.type !== 'search')
      return
    event.preventDefault()
    focusFirst()
  }
  const { cursor: _, ...first } = query
  return (
    <Shown value={show}>
      <div data-search-page onKeyDown={onKeyDown} className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <SearchForm
          text={query.q}
          label="Search documents, annotations, comments and claims"
          busy={pending}
          onText={(q) => show({ ...first, q })}
        />
        {filters}
      </div>
      <div aria-busy={pending} className="transition-opacity aria-busy:opacity-60">
        {children}
      </div>
    </Shown>
  )
}
