import { expect, test } from 'vitest'
import { cleanMeta } from './meta'
import type { Meta } from './source'

test.each<[string, Meta, Meta]>([
  ['what is in order stays', { author: 'A. Author', publishedOn: '2025-08-04', language: 'de-CH' }, { author: 'A. Author', publishedOn: '2025-08-04', language: 'de-CH' }], // prettier-ignore
  ['a name on two lines, half a character', { author: ' A.\nAuthor\0 \ud83d' }, { author: 'A. Author' }],
  ['a very long name', { author: 'x'.repeat(299) + '😀' }, { author: 'x'.repeat(299) }],
  ['only a year', { publishedOn: '2025' }, { publishedOn: '2025' }],
  ['no date', { publishedOn: 'yesterday' }, {}],
  ['a language as programs write it', { language: 'EN-us' }, { language: 'en-US' }],
  ['no language', { language: 'x_y z' }, {}],
  ['nothing', { author: ' ', publishedOn: '', language: '' }, {}],
])('what a file says of itself: %s', (_, said, kept) => {
  expect(cleanMeta(said)).toEqual(kept)
})
