/** As many as one page has at most. */
const PAGE = '200'

/** All items of a list of the API, page by page. `read` gets what each page adds to the query. */
export async function everyPage<T>(
  read: (paging: { limit: string; cursor?: string }) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const items: T[] = []
  for (let cursor: string | undefined; ;) {
    const page = await read({ limit: PAGE, ...(cursor !== undefined && { cursor }) })
    items.push(...page.items)
    if (page.next === null) return items
    cursor = page.next
  }
}
