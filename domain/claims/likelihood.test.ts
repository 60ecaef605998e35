import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asLikelihood, bandOf, CONFIDENCE_MEANING, CONFIDENCES, LIKELIHOOD_BANDS, wordsFor } from './likelihood'
import { Confidence, Likelihood } from './likelihood-schema'

test.each<[words: string, ...percents: number[]]>([
  ['almost no chance', 1, 1.01, 4, 4.99],
  ['very unlikely', 5, 5.01, 6, 19, 19.99],
  ['unlikely', 20, 20.01, 21, 44, 44.99],
  ['roughly even chance', 45, 45.01, 46, 49.99, 50, 50.01, 54, 54.99, 55],
  ['likely', 55.01, 56, 63.7, 79, 79.99, 80],
  ['very likely', 80.01, 81, 94, 94.99, 95],
  ['almost certain', 95.01, 96, 98.99, 99],
])('%s', (words, ...percents) => {
  for (const percent of percents) expect([percent, wordsFor(percent)]).toEqual([percent, words])
})

test.each([0, 0.99, 99.01, 100, -5, 0.637, Infinity, -Infinity, NaN])('%d is no likelihood', (percent) => {
  for (const refuses of [wordsFor, bandOf, asLikelihood]) expect(() => refuses(percent)).toThrow(RangeError)
})

test('each whole percent from 1 to 99 has a band that holds it, and the bands follow one another', () => {
  for (let percent = 1; percent <= 99; percent++) {
    const { low, high } = bandOf(percent)
    expect(low <= percent && percent <= high).toBe(true)
  }
  for (const [i, { low, high }] of LIKELIHOOD_BANDS.entries()) {
    expect(low).toBe(LIKELIHOOD_BANDS[i - 1]?.high ?? 1)
    expect(high).toBe(LIKELIHOOD_BANDS[i + 1]?.low ?? 99)
  }
})

test('a statement and its opposite have bands that mirror each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 9900 }), (hundredths) => {
      const [at, opposite] = [bandOf(hundredths / 100), bandOf((10_000 - hundredths) / 100)]
      expect([at.low, at.high]).toEqual([100 - opposite.high, 100 - opposite.low])
    }),
  )
})

test.each([0, 100, 1.5, 63.7, NaN, -1, '50', null])('%s is not handed in as a likelihood', (value) => {
  expect(Likelihood.safeParse(value).success).toBe(false)
})

test('what is handed in', () => {
  for (const percent of [1, 50, 99]) expect(Likelihood.parse(percent)).toBe(percent)
  for (const level of CONFIDENCES) expect(Confidence.parse(level)).toBe(level)
  expect(Confidence.safeParse('certain').success).toBe(false)
})

test('no meaning of confidence speaks of likelihood', () => {
  for (const { words } of LIKELIHOOD_BANDS)
    for (const level of CONFIDENCES) expect(CONFIDENCE_MEANING[level].toLowerCase()).not.toContain(words)
})
