import { lineOf, type Line } from './lines'

/** Rows of a table, each with as many cells; null where one is empty. `titles` says that the first row names columns. */
export type Grid = { rows: (Line | null)[][]; titles: boolean }

type Place = { left: number; right: number }

/** Fewer rows that are alike may be chance; more than this on one page are none. */
const LEAST_ROWS = 3
const MOST_ROWS = 200
/** Starts, ends or middles of cells within so many sizes of letters are at one place. */
const SAME_PLACE = 0.5
/** Rows further apart than so many sizes of letters are not of one table. */
const NEXT_ROW = 4
/** Cells hold fewer letters than lines of prose. */
const LONGEST_CELL = 40

/** A figure: a number with its sign and unit, a year, a range, or a dash for none. */
const FIGURE = /^[(<>~≈≤≥±+−–-]*\p{Sc}?\s?\d[\d.,'’/–-]*(?:\s\d{3})*\s?\p{L}{0,3}\.?[%‰)*\p{Sc}]*$|^[–—-]$|^n\/?a$/u

/**
 * The table that begins with a line, or null. It is told by rows whose cells stand at the same places, and by a column of
 * figures that is not the first: columns of prose, indexes and numbered lines have none. Anything else stays lines.
 */
export function tableAt(lines: readonly Line[], from: number): Grid | null {
  const band = bandAt(lines, from)
  const most = Math.max(0, ...band.map(({ parts }) => parts.length))
  const full = band.filter(({ parts }) => parts.length === most)
  if (most < 2 || full.length < LEAST_ROWS) return null
  const columns = Array.from({ length: most }, (_, at) => full.map(({ parts }) => around(parts[at] ?? [])))
  const places = columns.map(around)
  const size = full[0]?.size ?? 0
  if (!columns.every((column) => isAligned(column, SAME_PLACE * size)) || overlap(places)) return null
  const rows = rowsOf(band, places)
  if (rows.length < LEAST_ROWS || !places.every((_, at) => isShort(rows, at))) return null
  const figures = places.map((_, at) => at > 0 && isOfFigures(rows, at))
  if (!figures.includes(true)) return null
  return { rows, titles: figures.every((is, at) => !is || !FIGURE.test(textIn(rows, 0, at))) }
}

/** The lines from one on that have several cells each, and stand close below each other. */
function bandAt(lines: readonly Line[], from: number): Line[] {
  const band: Line[] = []
  for (let at = from; band.length < MOST_ROWS; at++) {
    const [line, before] = [lines[at], band.at(-1)]
    if (!line || line.rtl || line.parts.length < 2) break
    if (before && line.base - before.base > NEXT_ROW * before.size) break
    band.push(line)
  }
  return band
}

function around(places: readonly Place[]): Place {
  return {
    left: Math.min(...places.map(({ left }) => left)),
    right: Math.max(...places.map(({ right }) => right)),
  }
}

function isAligned(places: readonly Place[], within: number): boolean {
  const edges: ((place: Place) => number)[] = [
    ({ left }) => left,
    ({ right }) => right,
    ({ left, right }) => (left + right) / 2,
  ]
  return edges.some((edge) => {
    const all = places.map(edge)
    return Math.max(...all) - Math.min(...all) <= within
  })
}

const overlap = (places: readonly Place[]) =>
  places.some(({ left }, at) => left <= (places[at - 1]?.right ?? Number.NEGATIVE_INFINITY))

/** Lines as rows, up to the first that has a cell in no column or in two. */
function rowsOf(band: readonly Line[], places: readonly Place[]): Grid['rows'] {
  const rows: Grid['rows'] = []
  for (const { parts, page } of band) {
    const row: (Line | null)[] = places.map(() => null)
    for (const part of parts) {
      const own = around(part)
      const within = places.flatMap(({ left, right }, at) => (own.left < right && own.right > left ? [at] : []))
      const [column] = within
      if (within.length !== 1 || column === undefined || row[column]) return rows
      row[column] = lineOf(part, page)
    }
    rows.push(row)
  }
  return rows
}

const textIn = (rows: Grid['rows'], row: number, column: number) => rows[row]?.[column]?.text.trim() ?? ''

function isShort(rows: Grid['rows'], column: number): boolean {
  const lengths = rows.map((_, row) => textIn(rows, row, column).length).toSorted((a, b) => a - b)
  return (lengths[lengths.length >> 1] ?? 0) <= LONGEST_CELL
}

/** Whether figures are most of what stands in a column, below its title. */
function isOfFigures(rows: Grid['rows'], column: number): boolean {
  const texts = rows.slice(1).flatMap((_, at) => textIn(rows, at + 1, column) || [])
  const figures = texts.filter((text) => FIGURE.test(text)).length
  return figures >= 2 && 3 * figures >= 2 * texts.length
}
