import type { Column } from './columns'
import type { Line } from './lines'
import { tableAt, type Grid } from './tables'

/** Lines that make one block, and between which edges they are set. `size` is that of its letters. */
export type Paragraph = {
  lines: Line[]
  left: number
  right: number
  size: number
  kind: 'text' | 'item' | 'note' | 'table'
  /** What a table holds. */
  grid?: Grid
}

/** What is common in the whole document. */
export type Usual = {
  /** The size that most letters have. */
  size: number
  /** How far lines of a size are apart, in the middle. */
  leading: (size: number) => number
}

const BULLET = /^[•▪■●○◦‣⁃–—*·-]\s+\S/
const NUMBER = /^(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,5}[.)])\s+\S/i
/** How a note begins: a number or a sign, then words. */
const NOTE = /^(?:\d{1,3}|[*†‡§¶]{1,2}|\[\d{1,3}\])[\s.)]?\s*\S/
/** The end of a sentence, or of what announces something. */
export const ENDS = /[.!?:…。！？]["'”’»)\]]*\d{0,3}$/

/** Notes are set smaller than the text, at least by this much. */
const SMALLER = 0.93
/** A gap of so many times the usual one parts paragraphs. */
const APART = 1.25
/** From so many gaps on it is known which are usual; without, and beyond double spacing, it is guessed. */
const ENOUGH = 5
const DOUBLE = 2.6
/** Differences of size and place that mean something; of the size of letters. */
const OTHER_SIZE = 0.08
const INDENT = 0.8

/** What is usual in the lines of a document. */
export function usualOf(columns: readonly Column[]): Usual {
  const letters = new Map<number, number>()
  const gaps = new Map<number, number[]>()
  for (const { lines } of columns)
    for (const [at, { size, text, base }] of lines.entries()) {
      const key = rounded(size)
      letters.set(key, (letters.get(key) ?? 0) + text.length)
      const before = lines[at - 1]
      if (before && rounded(before.size) === key && base > before.base) {
        const known = gaps.get(key) ?? []
        known.push(base - before.base)
        gaps.set(key, known)
      }
    }
  const size = [...letters].reduce((best, each) => (each[1] > best[1] ? each : best), [10, 0])[0]
  const known = [...gaps].filter(([, all]) => all.length >= ENOUGH)
  const middles = new Map(known.map(([key, all]) => [key, all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0]))
  const leading = (of: number) => Math.min(middles.get(rounded(of)) ?? 1.25 * of, DOUBLE * of)
  return { size, leading }
}

const rounded = (size: number) => Math.round(size * 2) / 2

/** The paragraphs of a column, and the notes at its foot. */
export function paragraphsOf(column: Column, usual: Usual): { text: Paragraph[]; notes: Paragraph[] } {
  const from = notesFrom(column.lines, usual)
  const text = split(column, column.lines.slice(0, from), usual, false)
  const notes = split(column, column.lines.slice(from), usual, true)
  return { text, notes: notes.map((note) => ({ ...note, kind: 'note' })) }
}

/** Where the notes of a column begin: the small lines at its foot, if they begin as notes do or stand apart. */
function notesFrom(lines: readonly Line[], usual: Usual): number {
  let from = lines.length
  while (from > 0 && (lines[from - 1]?.size ?? 0) <= SMALLER * usual.size) from -= 1
  const [first, before] = [lines[from], lines[from - 1]]
  if (!first || !before) return lines.length
  const apart = first.base - before.base > APART * usual.leading(before.size)
  return NOTE.test(first.text) && (apart || first.runs[0]?.raised || /^[\d*†‡§¶[]/.test(first.text))
    ? from
    : lines.length
}

function split(column: Column, lines: readonly Line[], usual: Usual, notes: boolean): Paragraph[] {
  const out: Paragraph[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const last = out.at(-1)
    const before = lines[at - 1]
    const grid = notes ? null : tableAt(lines, at)
    if (grid) {
      const rows = lines.slice(at, at + grid.rows.length)
      out.push({ ...begun(line, column), lines: rows, kind: 'table', grid })
      at += rows.length - 1
    } else if (last && before && last.kind !== 'table' && !begins(line, before, last, usual, notes))
      last.lines.push(line)
    else out.push(begun(line, column))
  }
  return out
}

function begun(line: Line, { left, right }: Column): Paragraph {
  return { lines: [line], left, right, size: line.size, kind: BULLET.test(line.text) ? 'item' : 'text' }
}

/** Whether a line begins a paragraph, after the line before it in the paragraph `now`. */
function begins(line: Line, before: Line, now: Paragraph, usual: Usual, notes: boolean): boolean {
  const ends = ENDS.test(before.text)
  const by = line.left - before.left
  if (Math.abs(line.size - before.size) > OTHER_SIZE * Math.max(line.size, before.size)) return true
  if (line.base - before.base > APART * usual.leading(line.size)) return true
  if (isRow(line) || isRow(before)) return true
  if (/\p{L}[-\u00AD]$/u.test(before.text) && /^\p{Ll}/u.test(line.text)) return false
  if (BULLET.test(line.text)) return true
  if (notes && NOTE.test(line.text) && by <= INDENT * line.size) return true
  if (NUMBER.test(line.text) && (ends || isShort(before, line, now) || now.kind === 'item')) return true
  if (by > INDENT * line.size) return ends || isShort(before, line, now)
  if (by < -INDENT * line.size && hangs(now)) return true
  return isShort(before, line, now) && (ends || (veryShort(before, now) && !/^\p{Ll}/u.test(line.text)))
}

/** A row of a table; a number or a bullet before the words of an item is no cell. */
const isRow = ({ parts, text }: Line) =>
  parts.length > 2 || isEntry(text) || (parts.length === 2 && !BULLET.test(text) && !NUMBER.test(text))

/** An entry in a table of contents: dots lead to a number. */
export const isEntry = (text: string): boolean => /(?:\s?\.){4,}\s*[\divxlc]+$/i.test(text.slice(-40))

/** Whether the first word of the next line would have had room: then the line was ended on purpose. */
export function isShort(line: Line, next: Line, { right }: Pick<Paragraph, 'right'>): boolean {
  const word = (/^\S+/.exec(next.text)?.[0].length ?? 0) + 1
  const wide = ((next.right - next.left) / Math.max(1, next.text.length)) * word
  return right - line.right > wide + 0.5 * line.size
}

const veryShort = (line: Line, { left, right }: Paragraph) => right - line.right > 0.3 * (right - left)

/** Whether the first line stands out to the left of the others, as in lists of literature. */
function hangs({ lines: [first, second] }: Paragraph): boolean {
  return first !== undefined && second !== undefined && second.left - first.left > INDENT * first.size
}

/** Whether a paragraph begins further right than its other lines, as paragraphs do that have no gap between them. */
export const isIndented = ({ lines: [first, second], left }: Paragraph): boolean =>
  first !== undefined && first.left - (second?.left ?? left) > INDENT * first.size

/** Whether what begins a column or page goes on with the paragraph before it. */
export function goesOn(before: Paragraph, next: Paragraph, indents: boolean): boolean {
  const [last, first] = [before.lines.at(-1), next.lines[0]]
  if (!last || !first || before.kind === 'table' || next.kind !== 'text' || NUMBER.test(first.text)) return false
  if (Math.abs(before.size - next.size) > OTHER_SIZE * next.size || isRow(last) || isRow(first)) return false
  if (/[-\u00AD]$/.test(last.text)) return true
  const full = !isShort(last, first, before)
  if (ENDS.test(last.text)) return full && indents && !isIndented(next)
  return /^\p{Ll}/u.test(first.text) || (full && !isIndented(next))
}
