import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import type { ContentNode } from '@/domain/documents/content'
import { flatten, type TextBlock } from '@/domain/documents/flatten'
import { checkDocument } from './check'
import { planParts, renderComment, renderPart } from './html'
import { normalise } from './normalise'

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.replace(/[\0\r\n]/g, ' '))
const MARKS = [[], [{ type: 'bold' }], [{ type: 'bold' }, { type: 'italic' }], [{ type: 'link', attrs: { href: 'https://example.org/?a="b"&c' } }]] // prettier-ignore
const text = fc
  .record({ text: words, marks: fc.constantFrom(...MARKS) })
  .map(({ text, marks }): ContentNode => ({ type: 'text', text, ...(marks.length > 0 && { marks }) }))
const inline = fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) })
const paragraph = node('paragraph', fc.array(inline, { maxLength: 4 }))
const heading = fc.array(inline, { maxLength: 2 }).map((content): ContentNode => ({ type: 'heading', attrs: { level: 2 }, content })) // prettier-ignore
const code = words.map((own): ContentNode => ({ type: 'codeBlock', content: [{ type: 'text', text: own }] }))
const rule = fc.constant<ContentNode>({ type: 'horizontalRule' })
const list = node('bulletList', fc.array(node('listItem', fc.tuple(paragraph)), { minLength: 1, maxLength: 3 }))
const cell = node('tableCell', fc.tuple(paragraph))
const table = node('table', fc.array(node('tableRow', fc.tuple(cell, cell)), { minLength: 1, maxLength: 3 }))
const quote = node('blockquote', fc.array(paragraph, { minLength: 1, maxLength: 2 }))
const block = fc.oneof(paragraph, paragraph, heading, code, rule, list, table, quote)
const doc = node('doc', fc.array(block, { minLength: 1, maxLength: 12 })).map((made) => checkDocument(normalise(made)))

test('what the HTML says, block by block at its offset, is the canonical text', () => {
  fc.assert(
    fc.property(doc, (json) => {
      const flat = flatten(json)
      const read = planParts(json, flat).flatMap((part) => blocksOf(renderPart(json, flat, part)))
      expect(read.map(({ at }) => at)).toEqual(flat.blocks.map(({ at }) => at))
      for (const { at, says } of read) expect(flat.text.slice(at, at + says.length)).toBe(says)
      expect(read.map(({ says }) => says).join('\n')).toBe(flat.text)
    }),
  )
})

test('where pages begin stands a mark without text, wherever that is', () => {
  fc.assert(
    fc.property(doc, fc.array(fc.nat(400), { maxLength: 6 }), (json, offsets) => {
      const flat = flatten(json)
      const places = [...new Set(offsets.filter((at) => at < flat.text.length))].toSorted((a, b) => a - b)
      const pages = places.map((at, index) => ({ at, page: index + 2 }))
      const html = planParts(json, flat)
        .map((part) => renderPart(json, flat, part, pages))
        .join('')
      const read = blocksOf(html)
      expect(read.map(({ says }) => says).join('\n')).toBe(flat.text)
      // Pages begin with words: a mark where there are none stands before the next.
      const texts = textsIn(flat.blocks)
      const begun = pages.map(({ at, page }) => [page, texts.find(({ to }) => at < to)?.from ?? Infinity, at] as const)
      const expected = begun.filter(([, from]) => from < Infinity).map(([page, from, at]) => [page, Math.max(from, at)])
      expect(marksIn(html)).toEqual(expected)
    }),
  )
})

test('parts hold each block once, in order, and leave nothing between them', () => {
  const long = (count: number): ContentNode => ({
    type: 'doc',
    content: Array.from({ length: count }, (_, at) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: `${at} `.repeat(400) }],
    })),
  })
  for (const count of [1, 12, 13, 100, 700]) {
    const json = long(count)
    const flat = flatten(json)
    const parts = planParts(json, flat)
    expect(parts[0]).toMatchObject({ number: 0, from: 0, start: 0 })
    expect(parts.at(-1)).toMatchObject({ to: count, end: flat.text.length })
    for (const [at, part] of parts.entries()) {
      const before = parts[at - 1]
      if (before) expect([part.from, part.start]).toEqual([before.to, before.end + 1])
    }
  }
})

test('the first part is about three screens, the others about four hundred thousand characters', () => {
  const content = [{ type: 'text', text: 'x'.repeat(999) }]
  const json: ContentNode = {
    type: 'doc',
    content: Array.from({ length: 500 }, () => ({ type: 'paragraph', content })),
  }
  const lengths = planParts(json, flatten(json)).map(({ start, end }) => end - start)
  expect(lengths).toEqual([20_999, 400_999, 77_999])
})

test('no text and no attribute gets out of its place', () => {
  const hostile = '<img src=x onerror=alert(1)>&"\''
  const json: ContentNode = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: hostile, marks: [{ type: 'link', attrs: { href: 'https://example.org/"><script>' } }] },
        ],
      },
    ],
  }
  const { document } = parseHTML(`<body>${renderComment(json)}</body>`)
  expect([...document.querySelectorAll('*')].map(({ localName }) => localName)).not.toContain('img')
  expect(document.querySelector('script')).toBeNull()
  expect(document.querySelector('a')?.getAttribute('rel')).toContain('noopener')
  expect(document.querySelector('p')?.textContent).toBe(hostile)
})

test('a page is called by what is printed on it, whatever that is', () => {
  const json: ContentNode = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words.' }] }],
  }
  const flat = flatten(json)
  const [part] = planParts(json, flat)
  const html = renderPart(json, flat, part as never, [{ at: 0, page: 4, label: '"><b>iv' }])
  const { document } = parseHTML(`<body>${html}</body>`)
  const mark = document.querySelector('[data-page="4"]')
  expect([mark?.getAttribute('data-name'), mark?.getAttribute('aria-label')]).toEqual(['"><b>iv', 'Page "><b>iv'])
  expect(document.querySelector('b')).toBeNull()
})

function node<C extends ContentNode[]>(type: string, content: fc.Arbitrary<C>): fc.Arbitrary<ContentNode> {
  return content.map((made) => ({ type, content: made }))
}

/** Where texts stand, and nothing else. */
function textsIn(blocks: readonly TextBlock[]): { from: number; to: number }[] {
  return blocks.flatMap(({ node, at }) => {
    let to = at
    return (node.content ?? []).flatMap(({ type, text = '' }) => {
      const from = to
      to += type === 'text' ? text.length : 1
      return type === 'text' ? [{ from, to }] : []
    })
  })
}

/** The marks of pages in some HTML, and the offsets at which they stand. */
function marksIn(html: string): [number, number][] {
  const { document } = parseHTML(`<body>${html}</body>`)
  for (const br of document.querySelectorAll('br')) br.replaceWith('\n')
  return [...document.querySelectorAll('[data-page]')].map((mark) => {
    const block = mark.closest('[data-at]')
    const page = Number(mark.getAttribute('data-page'))
    mark.append('\u0001')
    const at = Number(block?.getAttribute('data-at')) + (block?.textContent ?? '').indexOf('\u0001')
    mark.textContent = ''
    return [page, at]
  })
}

/** What the blocks of some HTML say, as the reader reads them: a break is a line feed, a rule one character. */
function blocksOf(html: string): { at: number; says: string }[] {
  const { document } = parseHTML(`<body>${html}</body>`)
  return [...document.querySelectorAll('[data-at]')].map((element) => {
    for (const br of element.querySelectorAll('br')) br.replaceWith('\n')
    return {
      at: Number(element.getAttribute('data-at')),
      says: element.localName === 'hr' ? '\uFFFC' : (element.textContent ?? ''),
    }
  })
}
