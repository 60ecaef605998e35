import { expect, test } from 'vitest'
import { frontMatter } from './front-matter'

const CASES: [string, string, object][] = [
  ['the four things', 'title: The accord\nauthor: Ada Quill\ndate: 2025-08-04\nlang: en-GB', { title: 'The accord', author: 'Ada Quill', publishedOn: '2025-08-04', language: 'en-GB' }], // prettier-ignore
  ['quotes', `title: "The \\"accord\\": a reading" # mine\nauthor: 'O''Hara'`, { title: 'The "accord": a reading', author: 'O\'Hara' }], // prettier-ignore
  ['lists', 'title: T\nauthors: [Ada Quill, "Ben, Jr."]', { title: 'T', author: 'Ada Quill, Ben, Jr.' }],
  ['lists below', 'authors:\n  - Ada\n  - Ben\ntitle: T', { title: 'T', author: 'Ada, Ben' }],
  ['a comment, a blank line, what it does not know', '# mine\n\ntags: [a, b]\nTitle: T # note\nmore:\n  deep: 1', { title: 'T' }], // prettier-ignore
  ['a time of day', 'date: 2025-08-04T23:30:00-05:00', { publishedOn: '2025-08-04' }],
  ['a month', 'date: 2025-08', { publishedOn: '2025-08' }],
  ['figures that may be two days', 'date: 4/8/2025', {}],
  ['no date', 'date: soon', {}],
  ['nothing', 'title:\nauthor: ~\nlang: null', {}],
  ['anchors and aliases', 'title: &a T\nauthor: *a\nlang: !!python/object en', {}],
  ['blocks and maps', 'title: |\n  T\nauthor: {name: Ada}\ndate: >\n  2025', {}],
  ['a map that is a value', 'title: a: b', {}],
  ['names of what objects have', '__proto__: x\nconstructor: y\ntoString: z\ntitle: T', { title: 'T' }],
  ['the first of two', 'title: One\ntitle: Two', { title: 'One' }],
]
test.each(CASES)('%s', (_, front, expected) => {
  const { title, meta, length } = frontMatter(`---\n${front}\n---\nWords.`)
  expect({ ...(title !== null && { title }), ...meta }).toEqual(expected)
  expect(length).toBe(front.length + 9)
})

test.each([
  ['two rules around text', '---\nThis is a text, and it stays.\n\n---\nMore.'],
  ['no end', '---\ntitle: T\nWords.'],
  ['not at the start', 'Words.\n\n---\ntitle: T\n---\n'],
  ['nothing between', '---\n---\nWords.'],
  ['more than anybody writes', `---\ntitle: T\n${'a: b\n'.repeat(9_999)}---\nWords.`],
])('%s is no metadata, and is kept as text', (_, text) => {
  expect(frontMatter(text)).toEqual({ title: null, meta: {}, length: 0 })
})

test('what is made to take long takes no longer than its length', () => {
  const hostile = ['"'.repeat(9_000), '[' + ','.repeat(9_000), `'${"''".repeat(4_000)}`, `"${'\\'.repeat(9_000)}`, `a${' #'.repeat(4_000)}`, ' '.repeat(9_000)] // prettier-ignore
  for (const value of hostile) expect(frontMatter(`---\ntitle: ${value}\n---\n`).length).toBeGreaterThan(0)
})
