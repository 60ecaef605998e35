import type { Fragment } from './fragments'
import { gather, lineOf, type Line } from './lines'

/** Lines that are read one after the other, and the edges between which they are set. */
export type Column = { lines: Line[]; left: number; right: number }

/** A stretch of a line without a wide gap. */
type Stretch = { fragments: Fragment[]; left: number; right: number; base: number; size: number; letters: number }

/** A gap that may part two columns; in sizes of the letters. */
const GUTTER = 0.9
/** Columns of prose have this many lines, each side; what is shorter is a table, or chance. */
const LEAST_LINES = 3
/** Lines of prose fill most of their column, and hold more than a few letters; cells of a table do not. */
const FILLED = 0.55
const LEAST_LETTERS = 14

/** The columns of a page in the order in which they are read. */
export function columnsOf(fragments: readonly Fragment[], page: number): Column[] {
  const stretches = gather(fragments).flatMap(stretchesOf)
  return inOrder(stretches, 0).map((column) => {
    const lines = gather(column.flatMap((stretch) => stretch.fragments)).map((line) => lineOf(line, page))
    return { lines, left: leftEdge(lines), right: Math.max(...lines.map(({ right }) => right)) }
  })
}

function stretchesOf(line: readonly Fragment[]): Stretch[] {
  const out: Stretch[] = []
  for (const one of line.toSorted((a, b) => a.left - b.left)) {
    const last = out.at(-1)
    if (last && one.left - last.right <= GUTTER * Math.max(one.size, last.size)) {
      last.fragments.push(one)
      last.right = Math.max(last.right, one.right)
      last.size = Math.max(last.size, one.size)
      last.letters += one.text.length
    } else out.push({ ...one, fragments: [one], letters: one.text.length })
  }
  return out
}

/** No page has columns in columns in columns. */
const DEEPEST = 4

/**
 * Finds the gutter that the fewest stretches cross. These part the page into bands; in each band, what stands left of the
 * gutter is read before what stands right of it, if both sides are set as columns.
 */
function inOrder(stretches: readonly Stretch[], depth: number): Stretch[][] {
  const gutter = depth < DEEPEST ? findGutter(stretches) : null
  if (gutter === null) return stretches.length > 0 ? [[...stretches]] : []
  const out: Stretch[][] = []
  let plain: Stretch[] = []
  let band: Stretch[] = []
  const endPlain = () => {
    if (plain.length > 0) out.push(plain)
    plain = []
  }
  const endBand = () => {
    const left = band.filter(({ right }) => right <= gutter)
    const right = band.filter((one) => one.right > gutter)
    if (areColumns(left, right)) {
      endPlain()
      out.push(...inOrder(left, depth + 1), ...inOrder(right, depth + 1))
    } else plain.push(...band)
    band = []
  }
  for (const one of stretches.toSorted((a, b) => a.base - b.base)) {
    const crosses = one.left < gutter && one.right > gutter
    if (!crosses) band.push(one)
    else {
      endBand()
      plain.push(one)
    }
  }
  endBand()
  endPlain()
  return out
}

/** Looks for gutters at steps of so many points. */
const STEP = 2

function findGutter(stretches: readonly Stretch[]): number | null {
  if (stretches.length < 2 * LEAST_LINES) return null
  const left = Math.min(...stretches.map((one) => one.left))
  const right = Math.max(...stretches.map((one) => one.right))
  const width = right - left
  const steps = Math.min(2000, Math.floor(width / STEP))
  const crossing = new Array<number>(steps + 1).fill(0)
  for (const one of stretches) {
    const last = Math.min(steps, Math.ceil((one.right - left) / STEP) - 1)
    for (let at = Math.max(0, Math.floor((one.left - left) / STEP) + 1); at <= last; at++)
      crossing[at] = (crossing[at] ?? 0) + 1
  }
  const from = Math.ceil(steps * 0.2)
  const to = Math.floor(steps * 0.8)
  const fewest = Math.min(...crossing.slice(from, to + 1))
  let best: { at: number; length: number } | null = null
  for (let at = from; at <= to; at++) {
    if (crossing[at] !== fewest) continue
    let end = at
    while (end < to && crossing[end + 1] === fewest) end += 1
    if (!best || end - at > best.length) best = { at: (at + end) / 2, length: end - at }
    at = end
  }
  return best && fewest < stretches.length / 2 ? left + best.at * STEP : null
}

function areColumns(left: readonly Stretch[], right: readonly Stretch[]): boolean {
  if (!isProse(left) || !isProse(right)) return false
  const [a, b] = [reach(left), reach(right)]
  const shared = Math.min(a.foot, b.foot) - Math.max(a.top, b.top)
  return shared >= 0.3 * Math.min(a.foot - a.top, b.foot - b.top)
}

function isProse(side: readonly Stretch[]): boolean {
  if (side.length < LEAST_LINES) return false
  const width = Math.max(...side.map(({ right }) => right)) - Math.min(...side.map(({ left }) => left))
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return (
    middle(side.map(({ left, right }) => right - left)) >= FILLED * width &&
    middle(side.map(({ letters }) => letters)) >= LEAST_LETTERS
  )
}

function reach(side: readonly Stretch[]): { top: number; foot: number } {
  return { top: Math.min(...side.map(({ base }) => base)), foot: Math.max(...side.map(({ base }) => base)) }
}

/** Where most lines begin. */
function leftEdge(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { left } of lines) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1)
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0]
}
