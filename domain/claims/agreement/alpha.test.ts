import fc from 'fast-check'
import { expect, test } from 'vitest'
import { krippendorffAlpha } from './alpha'
import type { Figure } from './figure'
import type { Level } from './levels'
import {
  ARTSTEIN_2008,
  HAYES_2007,
  KRIPPENDORFF_1980,
  KRIPPENDORFF_2011,
  printed,
  WIKIPEDIA_ALPHA,
} from './published.cases'
import type { Ratings } from './tally'

const LEVELS: Level[] = ['nominal', 'ordinal', 'interval', 'ratio']

test.each<[string, Level, number, Ratings]>([
  ['Krippendorff 2011', 'nominal', 0.743, KRIPPENDORFF_2011],
  ['Krippendorff 2011', 'ordinal', 0.815, KRIPPENDORFF_2011],
  ['Krippendorff 2011', 'interval', 0.849, KRIPPENDORFF_2011],
  ['Krippendorff 2011', 'ratio', 0.797, KRIPPENDORFF_2011],
  ['Krippendorff 1980, p. 139', 'nominal', 0.642, KRIPPENDORFF_1980],
  ['Krippendorff 1980, p. 139', 'interval', 0.547, KRIPPENDORFF_1980],
  ['Krippendorff 1980, p. 139', 'ratio', 0.483, KRIPPENDORFF_1980],
  ['Krippendorff 2004, p. 224', 'nominal', 0.095, printed('1100000000', '0110010100')],
  ['Krippendorff 2004, p. 227', 'nominal', 0.734, printed('112222233333', '122222333333')],
  ['Krippendorff 2011, two observers', 'nominal', 0.692, printed('112243335441', '212223335444')],
  ['Hayes & Krippendorff 2007', 'ordinal', 0.7598, HAYES_2007],
  ['Wikipedia', 'nominal', 0.691, WIKIPEDIA_ALPHA],
  ['Wikipedia', 'interval', 0.811, WIKIPEDIA_ALPHA],
])('%s, %s: %d', (_, level, published, ratings) => {
  expect(krippendorffAlpha(ratings, level).value).toBeCloseTo(published, decimals(published))
})

test.each<[string, Level, number, number, Ratings]>([
  ['Krippendorff 2004, p. 230', 'nominal', 0.2, 0.779, KRIPPENDORFF_2011],
  ['Krippendorff 2004, p. 230', 'interval', 0.433, 2.872, KRIPPENDORFF_2011],
  ['Krippendorff 1980, p. 139', 'nominal', 0.259, 0.724, KRIPPENDORFF_1980],
  ['Artstein & Poesio 2008, p. 568', 'nominal', 0.12, 0.601, ARTSTEIN_2008],
])('%s, %s: both disagreements', (_, level, observed, expected, ratings) => {
  const alpha = krippendorffAlpha(ratings, level)
  const lastDigit = 0.001 // some sources round it, some cut it
  expect(Math.abs(Number(alpha.observed) - observed)).toBeLessThan(lastDigit)
  expect(Math.abs(Number(alpha.expected) - expected)).toBeLessThan(lastDigit)
})

test('says what it rests on and where the disagreement is', () => {
  const { units, values, coders, contributions, observed } = krippendorffAlpha(KRIPPENDORFF_2011, 'nominal')
  expect({ units, values, coders }).toEqual({ units: 11, values: 40, coders: 4 })
  const at = (share: number) => expect.closeTo(share / 40, 12)
  expect(contributions).toEqual([0, at(2), 0, 0, 0, at(4), 0, at(2), 0, 0, 0, null])
  expect(observed).toBeCloseTo(8 / 40, 12)
})

test.each<[string, Ratings, object]>([
  ['nothing', [], { why: 'too few', units: 0, values: 0, coders: 0, contributions: [] }],
  ['one coder', [[1], [2]], { why: 'too few', observed: null, expected: null, contributions: [null, null] }],
  ['no unit in common', [[1, null], [null, 2]], { why: 'too few', units: 0 }], // prettier-ignore
  ['always the same', [[0.1, 0.1, 0.1], [0.1, 0.1]], { why: 'no variation', observed: 0, expected: 0, units: 2 }], // prettier-ignore
  ['variation only where it does not count', [[1, 1], [2, null], [null, null, 3]], { why: 'no variation', units: 1, coders: 2, contributions: [0, null, null] }], // prettier-ignore
])('%s is undefined, and says why', (_, ratings, result) => {
  for (const level of LEVELS) expect(krippendorffAlpha(ratings, level)).toMatchObject({ value: null, ...result })
})

test('a ratio scale has nothing below zero', () => {
  expect(() => krippendorffAlpha([[-1, 1]], 'ratio')).toThrow(RangeError)
  expect(krippendorffAlpha([[0, 0], [0, 1]], 'ratio').value).toBeCloseTo(0) // prettier-ignore
})

const anyRatings = fc
  .integer({ min: 2, max: 5 })
  .chain((coders) =>
    fc.array(fc.array(fc.option(fc.nat(4)), { minLength: coders, maxLength: coders }), { maxLength: 12 }),
  )
const anyLevel = fc.constantFrom(...LEVELS)

test('is what the definition says, pair by pair', () => {
  fc.assert(
    fc.property(anyRatings, anyLevel, (ratings, level) => {
      const [alpha, expected] = [krippendorffAlpha(ratings, level), defined(ratings, level)]
      same(alpha, expected)
      if (expected.value === null) return
      expect(alpha.observed).toBeCloseTo(expected.observed, 8)
      expect(alpha.expected).toBeCloseTo(expected.expected, 8)
    }),
  )
})

test('does not depend on the order of coders or units, nor on a unit with a single value', () => {
  fc.assert(
    fc.property(anyRatings, anyLevel, fc.infiniteStream(fc.nat()), (ratings, level, order) => {
      const alpha = krippendorffAlpha(ratings, level)
      same(krippendorffAlpha(shuffled(ratings, order), level), alpha)
      const coders = shuffled([...(ratings[0] ?? []).keys()], order)
      const turned = ratings.map((unit) => coders.map((coder) => unit[coder] ?? null))
      same(krippendorffAlpha(turned, level), alpha)
      same(krippendorffAlpha([...ratings, [null, 9]], level), alpha)
    }),
  )
})

/** What a level takes no notice of. */
const RECODINGS: [Level, (value: number) => number][] = [
  ['nominal', (value) => [7, -2, 0.5, 100, 3][value] ?? 0],
  ['ordinal', (value) => value ** 3 - 40],
  ['interval', (value) => (1e6 - 2.5 * value) / 3],
  ['ratio', (value) => value * 1.7],
]

test.each(RECODINGS)('recoding a scale in a way that is %s changes nothing', (level, recode) => {
  fc.assert(
    fc.property(anyRatings, (ratings) => {
      const recoded = ratings.map((unit) => unit.map((value) => (value === null ? null : recode(value))))
      same(krippendorffAlpha(recoded, level), krippendorffAlpha(ratings, level))
    }),
  )
})

test('perfect agreement with variation is exactly 1', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 2 }), anyLevel, (values, level) => {
      const ratings = values.map((value) => Array<number>(3).fill(value / 10))
      expect(krippendorffAlpha(ratings, level).value).toBe(1)
    }),
  )
})

/** Compares what both can know; means of δ² have units of their own after a recoding. */
function same(a: Figure, b: Figure): void {
  if (b.value === null) expect(a).toMatchObject({ value: null, why: b.why })
  else expect(a.value).toBeCloseTo(b.value, 8)
}

/** Alpha by its definition: every pair of values compared, ordinal distances as sums of marginals. */
function defined(ratings: Ratings, level: Level) {
  const units = ratings.map((unit) => unit.filter((value) => value !== null)).filter((given) => given.length > 1)
  const all = units.flat()
  const between = (c: number, k: number) =>
    all.filter((value) => Math.min(c, k) <= value && value <= Math.max(c, k)).length
  const times = (c: number) => all.filter((value) => value === c).length
  const delta: Record<Level, (c: number, k: number) => number> = {
    nominal: () => 1,
    ordinal: (c, k) => between(c, k) - (times(c) + times(k)) / 2,
    interval: (c, k) => c - k,
    ratio: (c, k) => (c - k) / (c + k),
  }
  const pairs = (values: number[]) =>
    values.flatMap((c, i) => values.filter((_, j) => j !== i).map((k) => (c === k ? 0 : delta[level](c, k) ** 2)))
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  const observed = sum(units.map((unit) => sum(pairs(unit)) / (unit.length - 1))) / all.length
  const expected = sum(pairs(all)) / (all.length * (all.length - 1))
  if (units.length === 0) return { value: null, why: 'too few' as const }
  if (expected === 0) return { value: null, why: 'no variation' as const }
  return { value: 1 - observed / expected, observed, expected }
}

function shuffled<T>(items: readonly T[], order: fc.Stream<number>): T[] {
  const keyed = items.map((item) => ({ item, key: order.next().value as number }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}

function decimals(printed: number): number {
  return Math.max(3, String(printed).length - 2)
}
