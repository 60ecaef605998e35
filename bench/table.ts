import { median, ratio } from './measure'

/** A line of a table: what was measured, in the same rounds for us and for what we are held against. */
export type Row = { what: string; unit: string; ours: number[]; theirs?: number[]; target?: Target }

/** What the ratio may be: at least, where more is better; at most, where less is better. */
export type Target = { atLeast: number } | { atMost: number }

/** A section of the report: `ours` is measured, and the ratio is to `theirs`. */
export type Section = { title: string; ours?: string; theirs: string; rows: Row[] }

/** A section as a Markdown table: medians, the ratio with its spread over the rounds, and whether it meets its target. */
export function sectionTable({ title, ours = 'Assay', theirs, rows }: Section): string {
  const head = ['', ours, theirs, 'ratio (spread)', 'target']
  const lines = rows.map((row) => [row.what, amount(row.ours, row.unit), amount(row.theirs, row.unit), ...verdict(row)])
  return [`### ${title}`, '', ...aligned([head, ...lines])].join('\n')
}

function verdict({ ours, theirs, target }: Row): [string, string] {
  if (!theirs) return [ours.length > 1 ? spread(ours) : '', target ? against(median(ours), target) : '']
  const { median: middle, least, most } = ratio(ours, theirs)
  const shown = `${middle.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`
  return [shown, target ? against(middle, target) : '']
}

/** Where nothing is held against it: the smallest and the largest that was seen. */
const spread = (values: number[]) => `(${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))})`

function against(value: number, target: Target): string {
  const [text, met] =
    'atLeast' in target
      ? [`≥ ${target.atLeast}`, value >= target.atLeast]
      : [`≤ ${target.atMost}`, value <= target.atMost]
  return `${text}: ${met ? 'met' : '**missed**'}`
}

function amount(values: number[] | undefined, unit: string): string {
  if (!values || values.length === 0) return ''
  const value = median(values)
  return `${value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(2)} ${unit}`
}

/** Markdown that reads well as plain text too, and that the formatter leaves as it is. */
function aligned(cells: string[][]): string[] {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [head = [], ...rest] = cells
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)]
}
