import { marked } from 'marked'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { hostileStrings } from '../hostile.cases'
import { csv } from './csv'
import { markdown } from './markdown'

/** The cells of a line as a program that splits at this sign reads them, with or without respect for quotes. */
function cellsOf(text: string, separator: ',' | ';' | '\t', quotes: boolean): string[] {
  if (!quotes) return text.split(/\r\n|\r|\n/).flatMap((line) => line.split(separator))
  const cell = new RegExp(`(?:^|${separator}|\\r\\n)(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))`, 'g')
  return [...text.matchAll(cell)].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain)
}

/** What begins a formula, behind what spreadsheets skip. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u

/** What of the strings is not as it should be, with the first of them in full. */
const those = (broken: (text: string) => unknown[]) =>
  hostileStrings.flatMap((text) => broken(text).map((what) => [text.slice(0, 80), what]))

test('in a spreadsheet none is a formula, however it splits lines into cells', () => {
  const formulas = those((text) => {
    const written = csv({ columns: ['a', 'b'], rows: [{ a: text, b: text }] }).slice(1)
    const [, , ...cells] = cellsOf(written, ',', true)
    expect(cells.slice(0, 2).map((cell) => cell.replace(/'/g, ''))).toEqual(Array(2).fill(text.replace(/[\0']/g, '')))
    return [
      ...cells.filter((cell) => FORMULA.test(cell) || /^[\t\r\n]/.test(cell)),
      ...([';', '\t'] as const).flatMap((separator) =>
        cellsOf(written, separator, false).filter((cell) => FORMULA.test(cell.replace(/^"/, ''))),
      ),
    ]
  })
  expect(formulas).toEqual([])
})

const ELEMENTS = new Set(['p', 'br', 'h2', 'blockquote', 'ul', 'li', 'strong', 'pre', 'code', 'em', 'a', 'ol'])

test('in Markdown all are text, and links lead to the web or to an address', () => {
  const living = those((text) => {
    if (text.length > 6000) return []
    const runs = [{ text }]
    const source = markdown([
      { kind: 'heading', level: 2, runs },
      { kind: 'paragraph', runs },
      { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', runs }]] },
      { kind: 'facts', rows: [{ name: text, runs }] },
      { kind: 'quote', blocks: [{ kind: 'paragraph', runs }] },
      { kind: 'code', text },
      { kind: 'paragraph', runs: [{ text: 'a', link: text }] },
    ])
    const { document } = parseHTML(`<body>${marked(source, { async: false })}</body>`)
    return [...document.querySelectorAll('body *')].flatMap((element) => [
      ...(ELEMENTS.has(element.localName) ? [] : [element.localName]),
      ...[...element.attributes].flatMap(({ name, value }) => {
        const safe = name === 'href' ? /^(https?|mailto):/.test(value) : ['start', 'class'].includes(name)
        return safe ? [] : [`${name}="${value}"`]
      }),
    ])
  })
  expect(living).toEqual([])
})
