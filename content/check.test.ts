import { expect, test } from 'vitest'
import { checkComment, checkDocument } from './check'
import { normalise } from './normalise'
import { sketch } from './sketch.cases'

const doc = (...content: unknown[]) => ({ type: 'doc', content })
const p = (...content: unknown[]) => ({ type: 'paragraph', content })
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, ...(marks.length > 0 && { marks }) })
const link = (href: unknown) => ({ type: 'link', attrs: { href } })

test.each([
  ['a node that nobody knows', doc({ type: 'iframe' }), /kind that is not allowed/],
  ['a name that every object has', doc({ type: 'constructor' }), /kind that is not allowed/],
  ['a mark that nobody knows', doc(p(text('x', { type: 'blink' }))), /mark that is not allowed/],
  ['a link that runs', doc(p(text('x', link('javascript:alert(1)')))), /http, https and mailto/],
  ['a link that hides a tab', doc(p(text('x', link('java\tscript:alert(1)')))), /http, https and mailto/],
  ['half a character', doc(p(text('\ud83d'))), /characters that can not be kept/],
  ['U+0000', doc(p(text('a\0b'))), /characters that can not be kept/],
  ['text outside of a block', doc(text('x')), /can't be kept/],
  ['something else than a document', p(text('x')), /must start with doc/],
  ['no object at all', 'doc', /wrong form/],
  ['too deep', deep(70), /nested more than 60 levels/],
])('%s is refused', (_, json, words) => {
  expect(() => checkDocument(json)).toThrow(words)
  expect(() => checkComment(json)).toThrow(/can't be kept/)
})

test('a comment has no headings and no tables', () => {
  expect(() => checkComment(doc({ type: 'heading', attrs: { level: 1 }, content: [text('x')] }))).toThrow(/not allowed/)
})

test('attributes that nobody asked for are dropped', () => {
  const json = doc({ type: 'paragraph', attrs: { style: 'x', onclick: 'y' }, content: [text('a', { type: 'bold', attrs: { id: 'z' } })] }) // prettier-ignore
  expect(checkDocument(json)).toEqual(doc(p(text('a', { type: 'bold' }))))
})

test.each([
  ['letters and their accents become one, across marks too', doc(p(text('e'), text('\u0301x', { type: 'bold' }))), 'p(é*x*)'], // prettier-ignore
  ['neighbours with the same marks become one', doc(p(text('a'), text('b'))), 'p(ab)'],
  ['line ends, U+0000 and halves of characters', doc(p(text('a\r\nb\0\ud83d'))), 'p(a\nb\uFFFD)'],
  ['empty texts vanish', doc(p(text(''), text('a'))), 'p(a)'],
])('normalised: %s', (_, json, expected) => {
  const once = normalise(json as never)
  expect(sketch(once)).toBe(expected)
  expect(normalise(once)).toEqual(once)
})

function deep(levels: number): unknown {
  let json: unknown = p(text('x'))
  for (let level = 0; level < levels; level++) json = { type: 'blockquote', content: [json] }
  return doc(json)
}
