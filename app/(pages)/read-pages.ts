type Paged<T> = { items: T[]; next: string | null }
type Pages<T> = { items: T[]; more: boolean }

/** The first pages of a list, one after the other: all of them, unless `most` says how many. `more` says that others follow. */
export async function readPages<T>(
  read: (cursor: string | undefined) => Promise<Paged<T>>,
  most = Infinity,
): Promise<Pages<T>> {
  const items: T[] = []
  let cursor: string | undefined
  for (let at = 0; at < most; at++) {
    const page = await read(cursor)
    items.push(...page.items)
    if (page.next === null) return { items, more: false }
    cursor = page.next
  }
  return { items, more: true }
}

/** What the address of a page asks for. */
export type Asked = Readonly<Record<string, string | string[] | undefined>>

/** As many pages as one page of ours shows at most, whatever its address says. */
const MOST = 100

/** How many pages of a list the address asks for by its name: one, until more are wanted. */
export function pagesAsked(asked: Asked, list: string): number {
  const wanted = typeof asked[list] === 'string' ? Number(asked[list]) : 1
  return Number.isInteger(wanted) && wanted >= 1 ? Math.min(wanted, MOST) : 1
}

/** The same address with one more page of a list, at its place on the page. */
export function moreAddress(asked: Asked, list: string): string {
  const kept = Object.entries(asked).filter(([, value]) => typeof value === 'string') as [string, string][]
  const search = new URLSearchParams(kept)
  search.set(list, String(pagesAsked(asked, list) + 1))
  return `?${search}`
}
