import { expect, test } from 'vitest'
import { csv, type Cell } from './csv'

/** What a spreadsheet gets for a cell, without the mark, the head and the line's end. */
const cellOf = (cell: Cell) =>
  csv({ columns: ['a'], rows: [{ a: cell }] })
    .split('\r\n')
    .slice(1, -1)
    .join('\r\n')

const CASES: [what: string, cell: Cell, written: string][] = [
  ['words', 'A deal', '"A deal"'],
  ['nothing', null, ''],
  ['an empty text', '', '""'],
  ['a number', 12.5, '12.5'],
  ['a number below zero, which is no formula', -3, '-3'],
  ['yes', true, 'true'],
  ['quotes', 'They said “yes” and "no"', '"They said “yes” and ""no"""'],
  ['a comma', 'a, b', '"a, b"'],
  ['a line break', 'a\nb', '"a\nb"'],
  ['equals', '=1+1', `"'=1+1"`],
  ['plus', '+1', `"'+1"`],
  ['minus', '-2+3', `"'-2+3"`],
  ['at', '@SUM(A1)', `"'@SUM(A1)"`],
  ['a tab', '\t=1', `"'\t'=1"`],
  ['a carriage return', '\r=1', `"'\r'=1"`],
  ['a formula behind a space', ' =1', `"' =1"`],
  ['a formula behind what can not be seen', '\u200b=1', `"'\u200b=1"`],
  ['a wide equals sign', '＝1+1', `"'＝1+1"`],
  ['a formula after a quote that would end the cell', '",=1', '""",=1"'],
  ['a formula where semicolons split', 'a;=1+1', `"a;'=1+1"`],
  ['a formula where semicolons split, in quotes', 'a;"=1+1"', `"a;""'=1+1"""`],
  ['a formula on a line of its own', 'a\n=1+1', `"a\n'=1+1"`],
  ['a minus within a line', 'a - b', '"a - b"'],
  ['U+0000', 'a\0b', '"ab"'],
]
test.each(CASES)('%s', (_, cell, written) => expect(cellOf(cell)).toBe(written))

test('begins with a byte order mark and the names of the columns, and ends each line with CR LF', () => {
  const table = { columns: ['a', '=b'], rows: [{ a: 1, '=b': 'x' }, { a: 2 }] }
  expect(csv(table)).toBe(`\uFEFF"a","'=b"\r\n1,"x"\r\n2,\r\n`)
})
