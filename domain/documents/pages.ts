import type { Span } from '../annotations/selector'
import type { PageMark } from './page-mark'

/** The page on which an offset stands; null in a document that has no pages. */
export function pageAt(marks: readonly PageMark[], offset: number): number | null {
  return marks[markAt(marks, offset)]?.page ?? marks[0]?.page ?? null
}

/** Where a page begins: its first words, or those of the next page that has any. Null beyond the last. */
export function startOfPage(marks: readonly PageMark[], page: number): number | null {
  const found = marks.filter((mark) => mark.page >= page)
  const nearest = Math.min(...found.map((mark) => mark.page))
  return found.find((mark) => mark.page === nearest)?.at ?? null
}

export const lastPage = (marks: readonly PageMark[]): number =>
  marks.reduce((last, { page }) => Math.max(last, page), 0)

/** What a page is called: what is printed on it, or its number. */
export const nameOfPage = (marks: readonly PageMark[], page: number): string =>
  marks.find((mark) => mark.page === page)?.label ?? String(page)

/** The page that someone means by "iv", "A-3" or "12": what is printed on one goes before the number of another. */
export function findPage(marks: readonly PageMark[], said: string): number | null {
  const name = said.trim()
  const small = name.toLowerCase()
  const printed = marks.find(({ label }) => label === name) ?? marks.find(({ label }) => label?.toLowerCase() === small)
  if (printed) return printed.page
  const number = /^\d{1,6}$/.test(name) ? Number(name) : 0
  return number >= 1 && number <= lastPage(marks) ? number : null
}

/** On which page or pages a passage stands, as it is cited: "p. 12", "pp. iv–2". Empty without pages. */
export function citePages(marks: readonly PageMark[], { start, end }: Span): string {
  if (marks.length === 0) return ''
  const pages = marks.slice(Math.max(0, markAt(marks, start)), markAt(marks, end - 1) + 1).map(({ page }) => page)
  const [first, last] = [Math.min(...pages), Math.max(...pages)]
  const from = nameOfPage(marks, first)
  return first === last ? `p. ${from}` : `pp. ${from}–${nameOfPage(marks, last)}`
}

/** The index of the last mark at or before an offset; -1 before the first. */
function markAt(marks: readonly PageMark[], offset: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.at ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
