import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreement, FEWEST_UNITS } from './agreement'
import { krippendorffAlpha } from './alpha'
import { bootstrap } from './bootstrap'
import type { Level } from './levels'
import { KRIPPENDORFF_2011 } from './published.cases'
import { mulberry32 } from './random'
import type { Ratings } from './tally'

const LEVELS: Level[] = ['nominal', 'ordinal', 'interval', 'ratio']

test('the generator gives the numbers that mulberry32 is known for', () => {
  const [zero, one] = [mulberry32(0), mulberry32(1)]
  expect([zero(), zero()]).toEqual([0.26642920868471265, 0.0003297457005828619])
  expect(one()).toBe(0.6270739405881613)
})

/**
 * One unit in ten differs; a replicate misses it with probability 0.9¹⁰ = 0.349. In floating point, 20 · 0.11 ∕ 20 ≠
 * 0.11.
 */
const NEARLY_ALIKE = [[0.11, 1], ...Array.from({ length: 9 }, () => [0.11, 0.11])]

test.each(
  LEVELS.flatMap((level) => [
    { level, name: 'much', ratings: KRIPPENDORFF_2011 },
    { level, name: 'little', ratings: NEARLY_ALIKE },
  ]),
)('is what alpha says of units drawn with replacement: $level, $name variation', ({ level, ratings }) => {
  const [replicates, seed] = [200, 7]
  const random = mulberry32(seed)
  const pairable = ratings.filter((unit) => unit.filter((value) => value !== null).length > 1)
  const alphas = Array.from({ length: replicates }, () => {
    const sample = pairable.map(() => pairable[Math.floor(random() * pairable.length)] ?? [])
    return krippendorffAlpha(sample, level).value
  })
  const defined = alphas.filter((alpha) => alpha !== null).sort((a, b) => a - b)
  const interval = bootstrap(ratings, level, { seed, replicates, confidence: 0.9 })
  const bound = (share: number) => {
    const at = share * (defined.length - 1)
    const [below = NaN, above = NaN] = [defined[Math.floor(at)], defined[Math.ceil(at)]]
    return expect.closeTo(below + (at % 1) * (above - below), 10)
  }
  expect(interval).toEqual({
    method: 'percentile bootstrap of units',
    seed,
    replicates,
    confidence: 0.9,
    undefinedReplicates: replicates - defined.length,
    low: bound(0.05),
    high: bound(0.95),
    mean: expect.closeTo(defined.reduce((sum, alpha) => sum + alpha, 0) / defined.length, 10),
  })
})

test('the same seed gives the same interval, another seed another, and bounds are in order', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...LEVELS), (seed, level) => {
      const draw = (seed: number) => bootstrap(KRIPPENDORFF_2011, level, { seed, replicates: 100 })
      const { low, high, mean, ...said } = draw(seed)
      expect({ low, high, mean, ...said }).toEqual(draw(seed))
      expect(mean).not.toBe(draw(seed + 1).mean)
      expect(Number(low)).toBeLessThan(Number(mean))
      expect(Number(mean)).toBeLessThan(Number(high))
    }),
    { numRuns: 40 },
  )
})

test.each(LEVELS)('with many units the interval is narrow and lies about alpha, %s', (level) => {
  const ratings = noisy(600, 4)
  const alpha = Number(krippendorffAlpha(ratings, level).value)
  const { low, high, mean } = bootstrap(ratings, level, { seed: 1, replicates: 1000 })
  expect(Math.abs(Number(mean) - alpha)).toBeLessThan(0.005)
  expect(Number(low)).toBeLessThan(alpha)
  expect(Number(high)).toBeGreaterThan(alpha)
  expect(Number(high) - Number(low)).toBeLessThan(0.12)
})

test('more confidence is a wider interval', () => {
  const width = (confidence: number) => {
    const { low, high } = bootstrap(KRIPPENDORFF_2011, 'nominal', { seed: 3, replicates: 2000, confidence })
    return Number(high) - Number(low)
  }
  expect(width(0.5)).toBeLessThan(width(0.95))
  expect(width(0.95)).toBeLessThan(width(0.99))
})

test('without a word there are 10,000 replicates and 95 %', () => {
  expect(bootstrap([[1, 1], [1, 2]], 'nominal', { seed: 1 })).toMatchObject({ replicates: 10_000, confidence: 0.95 }) // prettier-ignore
})

test('replicates without variation are counted and left out', () => {
  for (const level of LEVELS) {
    const { undefinedReplicates, high } = bootstrap(NEARLY_ALIKE, level, { seed: 5, replicates: 10_000 })
    expect(undefinedReplicates / 10_000).toBeCloseTo(0.9 ** 10, 2)
    expect(high).toBeLessThan(0.5)
  }
})

test.each<[string, Ratings]>([
  ['no unit', []],
  ['no pair', [[1, null], [null, 2]]], // prettier-ignore
  ['no variation', [[0.1, 0.1, 0.1], [0.1, 0.1]]], // prettier-ignore
])('%s gives no interval', (_, ratings) => {
  const none = { undefinedReplicates: 10, low: null, high: null, mean: null }
  for (const level of LEVELS) expect(bootstrap(ratings, level, { seed: 1, replicates: 10 })).toMatchObject(none)
})

test('agreement is alpha and its interval', () => {
  const draw = { seed: 1, replicates: 100 }
  expect(agreement(KRIPPENDORFF_2011, 'ordinal', draw)).toEqual({
    ...krippendorffAlpha(KRIPPENDORFF_2011, 'ordinal'),
    interval: bootstrap(KRIPPENDORFF_2011, 'ordinal', draw),
    caution: null,
  })
})

const [SAME, OTHER] = [[1, 1], [1, 2]] // prettier-ignore
test.each<[string, Ratings, string | null]>([
  ['enough', noisy(FEWEST_UNITS, 2), null],
  ['a unit less', noisy(FEWEST_UNITS - 1, 2), 'too few units'],
  ['units that nobody else judged', [...noisy(FEWEST_UNITS - 1, 2), [1, null]], 'too few units'],
  ['nothing', [], 'too few units'],
  ['always the same', Array(30).fill(SAME), 'too little variation'],
  ['one in thirty differs', [OTHER, ...Array(29).fill(SAME)], 'too little variation'],
  ['three in thirty differ', [...Array(3).fill(OTHER), ...Array(27).fill(SAME)], 'too little variation'],
  ['ten in thirty differ', [...Array(10).fill(OTHER), ...Array(20).fill(SAME)], null],
])('caution: %s', (_, ratings, caution) => {
  expect(agreement(ratings, 'nominal', { seed: 1, replicates: 1000 }).caution).toBe(caution)
})

/** Units with a true value from 1 to 5 that each coder gives in two of three cases, and a random one otherwise. */
function noisy(units: number, coders: number): Ratings {
  const random = mulberry32(42)
  const any = () => 1 + Math.floor(random() * 5)
  return Array.from({ length: units }, any).map((truth) =>
    Array.from({ length: coders }, () => (random() < 2 / 3 ? truth : any())),
  )
}
