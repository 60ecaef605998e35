import { expect, test } from 'vitest'
import { quote, splitsCharacter } from './selector'

const words = 'word '.repeat(20)

// Bars mark the passage.
test.each([
  ['in the middle', 'the |oxide| price', { exact: 'oxide', prefix: 'the ', suffix: ' price' }],
  ['at the start', '|oxide| price', { exact: 'oxide', prefix: '', suffix: ' price' }],
  ['at the end', 'the |oxide|', { exact: 'oxide', prefix: 'the ', suffix: '' }],
  [
    'far from both ends',
    `${words}|oxide|${words}`,
    { exact: 'oxide', prefix: words.slice(-32), suffix: words.slice(0, 32) },
  ],
])('quotes a passage %s', (_, source, expected) => {
  const [before = '', exact = '', after = ''] = source.split('|')
  const span = { start: before.length, end: before.length + exact.length }
  expect(quote(span, before + exact + after)).toEqual(expected)
})

const emoji = `${words}😀 ${'x'.repeat(31)}|y|${'x'.repeat(31)}😀${words}`

test('context never ends in half a character', () => {
  const at = emoji.indexOf('|')
  const { prefix, suffix } = quote({ start: at, end: at + 1 }, emoji.replaceAll('|', ''))
  expect(prefix.isWellFormed()).toBe(true)
  expect(suffix.isWellFormed()).toBe(true)
})

test.each([
  ['before an emoji', 'a😀b', 1, false],
  ['within an emoji', 'a😀b', 2, true],
  ['after an emoji', 'a😀b', 3, false],
  ['at the start', '😀', 0, false],
  ['at the end', '😀', 2, false],
  ['past the end', '😀', 9, false],
  ['between a letter and its accent', 'e\u0301', 1, false],
])('%s', (_, text, offset, expected) => {
  expect(splitsCharacter(text, offset)).toBe(expected)
})
