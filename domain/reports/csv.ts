/** What stands in a cell: a number is written as it is, everything else as text. */
export type Cell = string | number | boolean | null

/** The names of columns, in order, and rows that have a cell for each. */
export type Table = { columns: readonly string[]; rows: readonly Readonly<Record<string, Cell>>[] }

/** Excel takes a file for UTF-8 only if it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A table as CSV (RFC 4180), with the names of its columns in the first line. No cell that people wrote can become a
 * formula where a spreadsheet opens it: every text is in quotes, and gets an apostrophe before what would begin one (OWASP,
 * "CSV Injection"). Spreadsheets that split at semicolons, whatever is quoted, may begin a cell within a text: after
 * semicolons, tabs and line breaks the same is done.
 */
export function csv({ columns, rows }: Table): string {
  const lines = [columns.map(quoted), ...rows.map((row) => columns.map((column) => written(row[column] ?? null)))]
  return `${BYTE_ORDER_MARK}${lines.map((cells) => `${cells.join(',')}\r\n`).join('')}`
}

const written = (cell: Cell): string => (cell === null ? '' : typeof cell === 'string' ? quoted(cell) : String(cell))

const quoted = (text: string): string => `"${defused(text).replace(/"/g, '""')}"`

/**
 * With an apostrophe before each sign that begins a formula, also the wide ones of Chinese and Japanese keyboards, and
 * those behind spaces and invisible signs, which some programs take off first.
 */
const defused = (text: string): string =>
  text
    .replace(/\0/g, '')
    .replace(/^(?=[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u, "'")
    .replace(/([;\t\r\n]["\s\p{Cf}]*)(?=[=+\-@＝＋－＠])/gu, "$1'")
