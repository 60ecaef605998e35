import type { HitKind } from '@/domain/search/search'

/** What the address of the page holds: all that is looked for. */
export type SearchQuery = { q: string; kind?: HitKind; cursor?: string } & { [F in FilterName]?: string }
export const FILTER_NAMES = ['workspace', 'project', 'document', 'author', 'label', 'tag', 'status', 'state', 'from', 'to'] as const // prettier-ignore
export type FilterName = (typeof FILTER_NAMES)[number]

/** The address under which this is found; another look begins at its first page. */
export function searchAddress({ q, ...rest }: SearchQuery): string {
  const search = new URLSearchParams()
  if (q !== '') search.set('q', q)
  for (const name of ['kind', ...FILTER_NAMES, 'cursor'] as const) {
    const value = rest[name]
    if (value) search.set(name, value)
  }
  const text = search.toString()
  return text === '' ? '/search' : `/search?${text}`
}
