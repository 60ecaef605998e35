import type { Metadata } from 'next'
import Link from 'next/link'
import { orRefusal, pageActor } from '@/app/_door/page'
import { FoundList } from '@/components/search/found-list'
import { inWords, KindTabs } from '@/components/search/kind-tabs'
import { FILTER_NAMES, searchAddress, type SearchQuery } from '@/components/search/search-address'
import { SearchFilters } from '@/components/search/search-filters'
import { NothingFound, SearchHints } from '@/components/search/search-hints'
import { SearchPanel } from '@/components/search/search-panel'
import { AppShell } from '@/components/shell/app-shell'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'
import { endpoints } from '@/domain/endpoints'
import { Refusal } from '@/domain/refusal'
import type { Found } from '@/domain/search/search'
import { search } from '@/server/search/search'
import { choicesFor } from './choices'

export const metadata: Metadata = { title: 'Search' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const { query: Query } = endpoints['GET /search']

/** Everything that one may read, searched: the address holds all of what is looked for. */
export default async function SearchPage({ searchParams }: Props) {
  const query = queryOf(await searchParams)
  const actor = await pageActor(searchAddress(query))
  const asked = Query.safeParse(query)
  const [choices, found] = await Promise.all([
    choicesFor(actor, query),
    asked.success && asked.data.q.trim() !== '' ? orRefusal(search(actor, asked.data)) : null,
  ])
  const shown = found instanceof Refusal ? null : found
  const problem = asked.success ? (found instanceof Refusal ? found.message : null) : asked.error.issues[0]?.message
  return (
    <AppShell name={actor.name} crumbs={[{ name: 'Search', href: '/search' }]}>
      <h1 className="sr-only">Search</h1>
      <div className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-4">
        <SearchPanel query={query} filters={<SearchFilters query={query} choices={choices} />}>
          {problem ? <Notice tone="danger">{problem}</Notice> : null}
          <p role="status" className="text-ink-faint pb-1 text-sm empty:hidden">
            {shown ? said(shown, query) : ''}
          </p>
          {shown ? <Results query={query} found={shown} /> : problem ? null : <SearchHints />}
        </SearchPanel>
      </div>
    </AppShell>
  )
}

/** How much was found; and where that is more than is put in order, which of it is. */
function said({ items, counts }: Found, { kind }: SearchQuery): string {
  const more = items.length > 0 && Object.values(counts).some(({ more }) => more)
  return `${inWords(counts, kind)}${more ? ' Of more than 1,000, the newest 1,000 are put in order.' : ''}`
}

function Results({ query, found: { items, next, counts } }: { query: SearchQuery; found: Found }) {
  return (
    <>
      <KindTabs query={query} counts={counts} />
      {items.length > 0 ? (
        <FoundList hits={items} />
      ) : (
        <NothingFound filtered={FILTER_NAMES.some((name) => query[name])} />
      )}
      <Pages query={query} next={next} />
    </>
  )
}

function Pages({ query, next }: { query: SearchQuery; next: string | null }) {
  const { cursor, ...first } = query
  if (next === null && cursor === undefined) return null
  return (
    <nav aria-label="Pages" className="mt-4 flex justify-center gap-2">
      {cursor === undefined ? null : (
        <Link className={buttonClass()} href={searchAddress(first)}>
          First page
        </Link>
      )}
      {next === null ? null : (
        <Link className={buttonClass()} href={searchAddress({ ...first, cursor: next })}>
          Next page
        </Link>
      )}
    </nav>
  )
}

/** What the address says; of a parameter that stands there twice, the first. */
function queryOf(params: Record<string, string | string[] | undefined>): SearchQuery {
  const valueOf = (name: string) => [params[name]].flat()[0] ?? ''
  const named = ['kind', ...FILTER_NAMES, 'cursor'].map((name) => [name, valueOf(name)] as const)
  return { q: valueOf('q'), ...Object.fromEntries(named.filter(([, value]) => value !== '')) }
}
