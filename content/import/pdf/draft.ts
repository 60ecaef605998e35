import type { ContentNode } from '@/domain/documents/content'
import type { PageMark } from '@/domain/documents/page-mark'
import { flatten } from '@/domain/documents/flatten'
import type { Column } from './columns'
import { touch } from './lines'
import { ENDS, goesOn, isEntry, isIndented, paragraphsOf, usualOf, type Paragraph, type Usual } from './paragraphs'
import type { Grid } from './tables'
import { append, inlineOf, plainly, textOf, withoutStart, type Run } from './runs'
import { joined, wordsOf } from './words'

/** A block of the document, and where in it pages begin. Each cell of a table is one. */
type Block = { runs: Run[]; marks: PageMark[]; kind: Paragraph['kind']; level: number; cell?: Cell }
type Cell = { of: Grid; row: number }

/** What is larger than the text by so much is a heading, if it is no longer than this. */
const LARGER = 1.12
const LONGEST_HEADING = 250
const LEVELS = 3

/** Makes blocks of columns, in the order in which they are read, with a mark wherever a page begins. */
export function draftOf(pages: readonly (readonly Column[])[]): { doc: ContentNode; pages: PageMark[] } {
  const columns = pages.flat()
  const usual = usualOf(columns)
  const words = wordsOf(columns)
  const paragraphs = inOrder(pages, usual)
  const level = levels(paragraphs, usual)
  const blocks = paragraphs
    .flatMap((one) => (one.grid ? cellsOf(one, one.grid, words) : [blockOf(one, level(one), words)]))
    .filter(({ runs, cell }) => cell || textOf(runs).trim() !== '')
  const doc = { type: 'doc', content: nodes(blocks) }
  return { doc, pages: marksOf(doc, blocks) }
}

/** All paragraphs; what goes on over columns and pages in one, and notes behind it. */
function inOrder(pages: readonly (readonly Column[])[], usual: Usual): Paragraph[] {
  const split = pages.map((columns) => columns.map((column) => paragraphsOf(column, usual)))
  const long = split
    .flat()
    .flatMap(({ text }) => text.filter(({ lines, kind }) => kind !== 'table' && lines.length > 1))
  const indents = 2 * long.filter(isIndented).length > long.length
  const out: Paragraph[] = []
  let last: Paragraph | undefined
  let notes: Paragraph[] = []
  for (const columns of split)
    for (const column of columns) {
      for (const [at, one] of column.text.entries()) {
        if (at === 0 && last && goesOn(last, one, indents)) {
          for (const line of one.lines) last.lines.push(line)
          last.right = one.right
          continue
        }
        out.push(...notes, one)
        notes = []
        last = one
      }
      for (const note of column.notes) {
        const before = notes.at(-1)
        if (before && !ENDS.test(before.lines.at(-1)?.text ?? '') && /^\p{Ll}/u.test(note.lines[0]?.text ?? ''))
          before.lines.push(...note.lines)
        else notes.push(note)
      }
    }
  return [...out, ...notes]
}

/** Headings by their size: the largest of the document are the first level. */
function levels(paragraphs: readonly Paragraph[], usual: Usual): (paragraph: Paragraph) => number {
  const key = (size: number) => Math.round(size)
  const isHeading = ({ size, lines, kind }: Paragraph) =>
    kind === 'text' &&
    size >= LARGER * usual.size &&
    lines.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST_HEADING &&
    lines.some(({ text }) => /\p{L}/u.test(text)) &&
    !lines.some(({ text }) => isEntry(text))
  const sizes = [...new Set(paragraphs.filter(isHeading).map(({ size }) => key(size)))].toSorted((a, b) => b - a)
  return (one) => (isHeading(one) ? Math.min(sizes.indexOf(key(one.size)) + 1, LEVELS) : 0)
}

const BULLET = /^\s*[•▪■●○◦‣⁃–—*·-]\s+/

function blockOf({ lines, kind }: Paragraph, level: number, words: ReadonlySet<string>): Block {
  const runs: Run[] = []
  const marks: PageMark[] = []
  let length = 0
  for (const [at, line] of lines.entries()) {
    if (marks.at(-1)?.page !== line.page) marks.push({ at: length, page: line.page })
    for (const run of ended(begun(line.runs, at === 0, kind), lines[at + 1]?.text, words)) {
      append(runs, run)
      length += run.text.length
    }
  }
  return { runs, marks, kind, level }
}

function cellsOf(table: Paragraph, grid: Grid, words: ReadonlySet<string>): Block[] {
  return grid.rows.flatMap((cells, row) =>
    cells.map((line) => ({
      ...blockOf({ ...table, lines: line ? [line] : [] }, 0, words),
      cell: { of: grid, row },
    })),
  )
}

/** A line as it stands in a paragraph: without its bullet, where that stands for a list. */
function begun(runs: readonly Run[], isFirst: boolean, kind: Paragraph['kind']): Run[] {
  const start = (isFirst && kind === 'item' ? BULLET : /^\s+/).exec(textOf(runs))
  return withoutStart(runs, start?.[0].length ?? 0)
}

/** The same as it stands before the next one: with a space, or without the hyphen that its end made. */
function ended(runs: Run[], next: string | undefined, words: ReadonlySet<string>): Run[] {
  const last = runs.at(-1)
  if (!last) return runs
  const whole = last.text.trimEnd()
  const start = next?.trimStart()
  if (start === undefined) return [...runs.slice(0, -1), { ...last, text: whole }]
  const text = joined(whole, start, words)
  const goesOn = text.length < whole.length || /\p{L}-$/u.test(text) || touch(text, start)
  return [...runs.slice(0, -1), { ...last, text: goesOn ? text : `${text} ` }]
}

/** Blocks as content: items beside each other are one list, and cells of one table that. */
function nodes(blocks: readonly Block[]): ContentNode[] {
  const out: ContentNode[] = []
  let table: Grid | undefined
  for (const { runs, kind, level, cell } of blocks) {
    const content = inlineOf(level > 0 ? plainly(runs) : runs)
    const item = { type: 'listItem', content: [{ type: 'paragraph', content }] }
    const list = out.at(-1)
    if (cell) {
      if (cell.of !== table) out.push({ type: 'table', content: rowsOf(cell.of) })
      table = cell.of
      const type = cell.row === 0 && cell.of.titles ? 'tableHeader' : 'tableCell'
      out.at(-1)?.content?.[cell.row]?.content?.push({ type, content: [paragraphOf(content)] })
    } else if (kind === 'item' && list?.type === 'bulletList') list.content?.push(item)
    else if (kind === 'item') out.push({ type: 'bulletList', content: [item] })
    else if (level > 0) out.push({ type: 'heading', attrs: { level }, content })
    else out.push({ type: 'paragraph', content })
  }
  return out
}

const rowsOf = ({ rows }: Grid): ContentNode[] => rows.map(() => ({ type: 'tableRow', content: [] }))

const paragraphOf = (content: ContentNode[]): ContentNode =>
  content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content }

/** Where pages begin in the canonical text. */
function marksOf(doc: ContentNode, blocks: readonly Block[]): PageMark[] {
  const flat = flatten(doc).blocks
  const marks: PageMark[] = []
  for (const [index, { marks: own }] of blocks.entries())
    for (const { at, page } of own)
      if (marks.at(-1)?.page !== page) marks.push({ at: (flat[index]?.at ?? 0) + at, page })
  return marks
}
