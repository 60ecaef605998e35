import fc from 'fast-check'
import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { facts, heading, linked, list, paragraph, quote, strong, type Block } from './blocks'
import { markdown } from './markdown'

const htmlOf = (...blocks: Block[]) => (marked.parse(markdown(blocks), { async: false }) as string).trim()
const escape = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;')

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '&lt;b&gt; &copy;',
  '[click](javascript:alert(1))',
  '![x](https://example.org/x.png)',
  '[a]: https://example.org',
  '# no heading',
  '- no list',
  '+ no list',
  '1. no list',
  '1) no list',
  '> no quotation',
  '=== no heading',
  '---',
  '***',
  '```no code```',
  '~~~',
  '*no* _emphasis_ __or__ ~~more~~',
  '| no | table |',
  'a\\',
  '\\*',
  'https://example.org/ is no link unless it is made one',
  'someone@example.org',
  '<https://example.org>',
]

describe('whatever people type reads as they typed it', () => {
  test.each(HOSTILE)('%s', (text) => {
    expect(htmlOf(paragraph(text)).replace(/<a href="mailto:[^"]*">|<\/a>/g, '')).toBe(`<p>${escape(text)}</p>`)
    expect(htmlOf(heading(3, text)).replace(/<a href="mailto:[^"]*">|<\/a>/g, '')).toBe(`<h3>${escape(text)}</h3>`)
    expect(htmlOf(paragraph(`a\n${text}`)).replace(/<a href="mailto:[^"]*">|<\/a>/g, '')).toBe(
      `<p>a<br>${escape(text)}</p>`,
    )
  })

  test('any text of what could be markup', () => {
    const text = fc
      .string({ unit: fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~&$=:/"\'a1 '), minLength: 1, maxLength: 30 })
      .map((made) => `a${made.replace(/ +/g, ' ')}a`)
    fc.assert(
      fc.property(text, (words) => {
        expect(htmlOf(paragraph(words))).toBe(`<p>${escape(words)}</p>`)
      }),
      { numRuns: 1000 },
    )
  })
})

const LINKS: [address: string, html: string][] = [
  ['https://example.org/a', '<a href="https://example.org/a">it</a>'],
  ['http://example.org/a>b', '<a href="http://example.org/a%3Eb">it</a>'],
  ['https://example.org/a)b (c)', '<a href="https://example.org/a)b%20(c)">it</a>'],
  ['mailto:a@example.org', '<a href="mailto:a@example.org">it</a>'],
  ['javascript:alert(1)', 'it'],
  ['data:text/html,x', 'it'],
  ['/c/relative', 'it'],
  ['', 'it'],
]
test.each(LINKS)('a link to %s', (address, html) => {
  expect(htmlOf(paragraph(linked('it', address)))).toBe(`<p>${html}</p>`)
  expect(htmlOf(paragraph({ text: 'it', link: address }))).toBe(`<p>${html}</p>`)
})

test('control characters, halves of characters and what turns text around are left out', () => {
  expect(markdown([paragraph('a\u0000\u0007\uD800b\uFFFE\uFFFF\u202Ec')])).toBe('abc\n')
})

const WRITTEN: [what: string, blocks: Block[], written: string][] = [
  ['a list', [list([[paragraph('a')], [paragraph('b')]])], '- a\n- b\n'],
  ['a list of more', [list([[paragraph('a'), quote(paragraph('b\nc'))]])], '- a\n\n  > b\\\n  > c\n'],
  [
    'facts',
    facts([
      ['Rating', 'True'],
      ['Basis', null],
      ['Gaps', 'a\n- b'],
    ]),
    '- **Rating:** True\n- **Gaps:** a\\\n  \\- b\n',
  ],
  ['strong words', [paragraph(strong('a '), 'b')], '**a** b\n'],
  ['code', [{ kind: 'code', text: 'a ``` b' }], '````\na ``` b\n````\n'],
  ['code in a line', [paragraph({ text: 'a`b', code: true })], '``a`b``\n'],
]
test.each(WRITTEN)('%s', (_, blocks, written) => expect(markdown(blocks)).toBe(written))
