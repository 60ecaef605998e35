import { expect, test } from 'vitest'
import { quote } from './selector'
import { after, before } from './surroundings'

const TEXT = 'Ministers signed a deal on rare earths in the capital on Monday, after a week of talks.'

const around = (words: string) => {
  const start = TEXT.indexOf(words)
  const { prefix, suffix } = quote({ start, end: start + words.length }, TEXT)
  return [before(prefix), after(suffix)]
}

test.each([
  ['Ministers', '', ' signed a deal on rare earths …'],
  ['signed', 'Ministers ', ' a deal on rare earths in the …'],
  ['in the capital', '… signed a deal on rare earths ', ' on Monday, after a week of …'],
  ['talks.', '… on Monday, after a week of ', ''],
  ['week of', '… the capital on Monday, after a ', ' talks.'],
])('around “%s” words are whole, and what is left out is shown', (words, prefix, suffix) => {
  expect(around(words)).toEqual([prefix, suffix])
})

test('one long word is left as it is', () => {
  expect(before('x'.repeat(32))).toBe(`…${'x'.repeat(32)}`)
  expect(after('x'.repeat(32))).toBe(`${'x'.repeat(32)}…`)
})
