import { expect, test } from 'vitest'
import { DocumentDetails, Language } from './details'

test.each([
  ['de', 'de'],
  ['EN-gb', 'en-GB'],
  [' zh-hant ', 'zh-Hant'],
  ['pt_BR', null],
  ['german language', null],
  ['x', null],
  ['british', null],
  ['xx', null],
  ['', null],
])('the language %j is %j', (tag, known) => expect(Language.safeParse(tag).data ?? null).toBe(known))

const NONE = { author: '', source: '', address: '', publishedOn: '', language: null }

test.each([
  [{}, true],
  [{ author: 'Ada Lovelace', source: 'The Herald', publishedOn: '2026-11', language: 'en' }, true],
  [{ address: 'https://herald.example/a' }, true],
  [{ address: 'javascript:alert(1)' }, false],
  [{ address: 'herald.example' }, false],
  [{ publishedOn: '12 Nov' }, false],
  [{ author: 'two\nlines' }, false],
  [{ title: 'x' }, false],
])('%j can be kept: %s', (details, fine) => {
  expect(DocumentDetails.safeParse({ ...NONE, ...details }).success).toBe(fine)
})
