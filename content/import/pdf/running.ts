import type { Fragment, PageText } from './fragments'
import { gather, lineOf } from './lines'

/** How many lines at each end of a page may be running ones, and how far from it they stand at most, of its height. */
const LINES = 3
const ZONE = 0.16

/** How often a line is repeated that is running: for the outermost of a page, and in a short document, twice will do. */
const often = (pages: number, outermost: boolean) => (pages <= 3 || outermost ? 2 : 3)

/** Lines within so many points of each other stand at the same place. */
const SAME = 4

type Candidate = { key: string; place: number; outermost: boolean; fragments: Fragment[] }

/**
 * Pages without their running headers and footers: what stands at the same place at the top or foot of several pages,
 * with nothing changed but its numbers.
 */
export function withoutRunning(pages: readonly PageText[]): PageText[] {
  const candidates = pages.map(candidatesOf)
  const counts = new Map<string, number>()
  for (const all of candidates)
    for (const id of new Set(all.map(({ key, place }) => `${place} ${key}`))) counts.set(id, (counts.get(id) ?? 0) + 1)
  const runs = ({ key, place, outermost }: Candidate) =>
    [-1, 0, 1].reduce((sum, by) => sum + (counts.get(`${place + by} ${key}`) ?? 0), 0) >= often(pages.length, outermost)
  return pages.map((page, at) => {
    const dropped = new Set((candidates[at] ?? []).filter(runs).flatMap(({ fragments }) => fragments))
    return { ...page, fragments: page.fragments.filter((one) => !dropped.has(one)) }
  })
}

function candidatesOf({ fragments, height, number }: PageText): Candidate[] {
  const top = gather(fragments.filter(({ base }) => base < ZONE * height)).slice(0, LINES)
  const foot = gather(fragments.filter(({ base }) => base > (1 - ZONE) * height)).slice(-LINES)
  return [...top, ...foot].map((line, at, { length }) => {
    const { text, base } = lineOf(line, number)
    return {
      key: withoutNumbers(text),
      place: Math.round(base / SAME),
      outermost: at === 0 || at === length - 1,
      fragments: line,
    }
  })
}

function withoutNumbers(text: string): string {
  return text
    .trim()
    .replace(/\d+/g, '#')
    .replace(/^[ivxlc]+$/i, '#')
}
