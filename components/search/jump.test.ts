import { expect, test } from 'vitest'
import type { Hit } from '@/domain/search/search'
import { jumpTo } from './jump'
import { searchAddress } from './search-address'

const hit = (more: Partial<Hit>): Hit => ({
  ...{
    kind: 'document',
    id: 'x',
    text: '',
    found: [],
    cut: { before: false, after: false },
    project: { id: 'p', name: '' },
  },
  ...{
    document: null,
    passage: null,
    passages: 0,
    annotation: null,
    claim: null,
    findingId: null,
    label: null,
    tags: [],
  },
  ...{ resolved: false, alone: false, author: null, at: '2026-01-01T00:00:00Z' },
  ...more,
})
const document = { id: 'd', title: 'T' }
const annotation = { id: 'a', exact: '' }
const claim = { id: 'cl', statement: '', state: 'proposed' } as const

test.each([
  ['the title of a document', hit({}), '/d/x'],
  ['a passage', hit({ passage: { start: 3, end: 9 } }), '/d/x?at=3-9'],
  ['an annotation', hit({ kind: 'annotation', document, annotation }), '/d/d?a=x'],
  ['a comment on one', hit({ kind: 'comment', document, annotation }), '/d/d?a=a&c=x'],
  ['a comment on a claim', hit({ kind: 'comment', claim }), '/c/cl?c=x'],
  ['a comment on a finding about a claim', hit({ kind: 'comment', claim, findingId: 'f' }), '/f/f?c=x'],
  ['a claim', hit({ kind: 'claim', claim }), '/c/x'],
])('%s', (_, found, address) => {
  expect(jumpTo(found)).toBe(address)
})

test('the address holds all that is looked for', () => {
  expect(searchAddress({ q: '' })).toBe('/search')
  expect(searchAddress({ q: '"a b" -c', kind: 'claim', project: 'p', state: 'cleared' })).toBe(
    '/search?q=%22a+b%22+-c&kind=claim&project=p&state=cleared',
  )
})
