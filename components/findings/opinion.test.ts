import { expect, test } from 'vitest'
import { FORMS } from '@/domain/claims/forms'
import { headlineOf, inWords, type Opinion } from './opinion'

const opinion = (more: Partial<Opinion>): Opinion => ({ rating: null, likelihood: null, confidence: null, ...more })

test.each<[keyof typeof FORMS | null, Partial<Opinion>, string | null]>([
  ['fact', { rating: 'mostly-true', likelihood: 70, basis: 'majority' }, 'Mostly true'],
  ['fact', { rating: 'mixed', basis: 'no-consensus' }, 'Mixed'],
  ['fact', { basis: 'no-consensus', likelihood: 50 }, 'No consensus'],
  ['fact', {}, null],
  ['prediction', { likelihood: 30, basis: 'consensus' }, 'Unlikely'],
  ['prediction', { basis: 'no-consensus', likelihood: 30 }, 'No consensus'],
  ['prediction', {}, null],
  [null, { basis: 'consensus' }, 'Overall assessment'],
  [null, { basis: 'no-consensus' }, 'No consensus'],
])('above a finding on a %s that says %j stands %j', (type, said, headline) => {
  expect(headlineOf(type && FORMS[type], opinion(said))).toBe(headline)
})

test('a likelihood is read in words, with its figure', () => {
  expect(inWords(80)).toBe('Likely (80 %)')
  expect(inWords(62.5)).toBe('Likely (62.5 %)')
})
