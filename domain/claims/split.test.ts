import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distribution, likelihoodSplit, ratingSplit, splitOf, type Scale } from './split'

// Ratings are drawn as digits: the places of their categories. By hand, the sum of the differences over its largest.
test.each<[Scale['level'], size: number, drawn: string, split: number]>([
  ['ordinal', 5, '0000', 0],
  ['ordinal', 5, '33', 0],
  ['ordinal', 5, '04', 1],
  ['ordinal', 5, '0044', 1],
  ['ordinal', 5, '000444', 1],
  ['ordinal', 5, '004', 1],
  ['ordinal', 5, '0004', 12 / 16],
  ['ordinal', 5, '01', 1 / 4],
  ['ordinal', 5, '23', 1 / 4],
  ['ordinal', 5, '0123', 10 / 16],
  ['ordinal', 5, '01234', 20 / 24],
  ['ordinal', 3, '0122', 7 / 8],
  ['ordinal', 2, '01', 1],
  ['ordinal', 2, '0001', 3 / 4],
  ['nominal', 3, '1111', 0],
  ['nominal', 3, '012', 1],
  ['nominal', 3, '01', 1],
  ['nominal', 3, '0012', 1],
  ['nominal', 3, '0011', 4 / 5],
  ['nominal', 3, '0001', 3 / 5],
  ['nominal', 3, '001122', 1],
  ['nominal', 3, '000111', 9 / 12],
  ['nominal', 2, '0011', 1],
  ['nominal', 2, '0001', 3 / 4],
  ['nominal', 6, '0055', 4 / 6],
])('%s of %d: %s', (level, size, drawn, split) => {
  expect(ratingSplit(places(drawn), { level, size })).toBeCloseTo(split, 12)
})

test.each<[number[], number]>([
  [[60, 60, 60], 0],
  [[63.7, 63.7, 63.7], 0],
  [[1, 99], 1],
  [[1, 1, 99, 99], 1],
  [[1, 99, 99], 1],
  [[50, 99], 0.5],
  [[1, 50, 99], 1],
  [[1, 1, 1, 99], 0.75],
  [[20, 40, 60, 80], (20 * 3 + 40 * 2 + 60) / (4 * 98)],
])('likelihoods %j', (likelihoods, split) => {
  expect(likelihoodSplit(likelihoods)).toBe(split)
})

test.each<[string, string[]]>([
  ['ordinal', ['2222', '2223', '2233', '1233', '1133', '0133', '0044']],
  ['nominal', ['2222', '2223', '2233', '2234', '1234']],
])('more and more split on a scale that is %s', (level, drawn) => {
  const splits = drawn.map((each) => ratingSplit(places(each), { level: level as Scale['level'], size: 5 }) ?? NaN)
  expect(splits).toEqual([...new Set(splits)].sort((a, b) => a - b))
})

test('fewer than two judges are not split', () => {
  const scale: Scale = { level: 'ordinal', size: 5 }
  for (const few of [[], [1]]) expect([ratingSplit(few, scale), likelihoodSplit(few)]).toEqual([null, null])
  expect(splitOf({ ratings: [], scale, likelihoods: [50] })).toBeNull()
})

test.each<[string, ratings: string, likelihoods: number[], number]>([
  ['ratings more', '04', [50, 60], 1],
  ['likelihoods more', '22', [1, 99], 1],
  ['both alike', '04', [1, 99], 1],
  ['ratings alone', '01', [], 0.25],
  ['likelihoods alone', '', [50, 99], 0.5],
  ['one rating, with likelihoods of no split', '3', [70, 70], 0],
])('the larger of the two: %s', (_, ratings, likelihoods, split) => {
  expect(splitOf({ ratings: places(ratings), scale: { level: 'ordinal', size: 5 }, likelihoods })).toBe(split)
})

test.each<[string, () => unknown]>([
  ['a rating past the end', () => ratingSplit([0, 5], { level: 'ordinal', size: 5 })],
  ['a rating before the start', () => ratingSplit([-1], { level: 'nominal', size: 5 })],
  ['a rating between places', () => ratingSplit([0.5, 1], { level: 'ordinal', size: 5 })],
  ['a rating that is no number', () => ratingSplit([NaN, 1], { level: 'nominal', size: 5 })],
  ['a scale of one category', () => ratingSplit([0, 0], { level: 'ordinal', size: 1 })],
  ['a likelihood of 100', () => likelihoodSplit([100])],
])('refuses %s', (_, refused) => {
  expect(refused).toThrow(RangeError)
})

const anyLevel = fc.constantFrom<Scale['level']>('ordinal', 'nominal')
const anyRatings = fc.integer({ min: 2, max: 8 }).chain((size) =>
  fc.record({
    scale: fc.record({ level: anyLevel, size: fc.constant(size) }),
    ratings: fc.array(fc.nat(size - 1), { minLength: 2, maxLength: 20 }),
    places: fc.shuffledSubarray([...Array(size).keys()], { minLength: size }),
  }),
)
const anyLikelihoods = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 20 })

test('a split is from 0 to 1, and 0 for the unanimous alone', () => {
  fc.assert(
    fc.property(anyRatings, anyLikelihoods, ({ ratings, scale }, likelihoods) => {
      const rated = { said: ratings, split: ratingSplit(ratings, scale) }
      for (const { said, split } of [rated, { said: likelihoods, split: likelihoodSplit(likelihoods) }]) {
        expect(split).toBeGreaterThanOrEqual(0)
        expect(split).toBeLessThanOrEqual(1)
        expect(split === 0).toBe(new Set(said).size === 1)
      }
    }),
  )
})

test('half at either end is the largest split of an even number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 2, max: 9 }), (half, size) => {
      const ends = (low: number, high: number) => [...Array<number>(half).fill(low), ...Array<number>(half).fill(high)]
      expect(ratingSplit(ends(0, size - 1), { level: 'ordinal', size })).toBe(1)
      expect(ratingSplit(ends(0, 1), { level: 'nominal', size: 2 })).toBe(1)
      expect(likelihoodSplit(ends(1, 99))).toBe(1)
    }),
  )
})

test('neither the order of the judges nor which end of a scale comes first makes a difference', () => {
  fc.assert(
    fc.property(anyRatings, anyLikelihoods, ({ ratings, scale }, likelihoods) => {
      const others = [[...ratings].sort(), ratings.toReversed(), ratings.map((place) => scale.size - 1 - place)]
      for (const other of others) expect(ratingSplit(other, scale)).toBe(ratingSplit(ratings, scale))
      for (const other of [likelihoods.toReversed(), likelihoods.map((each) => 100 - each)])
        expect(likelihoodSplit(other)).toBe(likelihoodSplit(likelihoods))
    }),
  )
})

test('categories without an order can change places', () => {
  fc.assert(
    fc.property(anyRatings, ({ ratings, scale: { size }, places }) => {
      const relabelled = ratings.map((rating) => places[rating] ?? NaN)
      const scale: Scale = { level: 'nominal', size }
      expect(ratingSplit(relabelled, scale)).toBe(ratingSplit(ratings, scale))
    }),
  )
})

test('the mean difference, pair by pair, is the same', () => {
  fc.assert(
    fc.property(anyRatings, ({ ratings, scale: { size } }) => {
      const n = ratings.length
      const apart = ratings.flatMap((a, i) => ratings.slice(i + 1).map((b) => Math.abs(a - b)))
      const largest = ((n * n - (n % 2)) * (size - 1)) / 4
      const sum = apart.reduce((total, each) => total + each, 0)
      expect(ratingSplit(ratings, { level: 'ordinal', size })).toBeCloseTo(sum / largest, 12)
    }),
  )
})

test('the split itself, in names', () => {
  const said = 'bcy cann bbob ceve adan cfay'.split(' ').map((each) => ({ by: each.slice(1), rating: each.charAt(0) }))
  expect(distribution(said)).toEqual([
    { rating: 'c', count: 3, by: ['ann', 'eve', 'fay'] },
    { rating: 'b', count: 2, by: ['cy', 'bob'] },
    { rating: 'a', count: 1, by: ['dan'] },
  ])
  const numbers = [10, 9].map((rating) => ({ by: 'ann', rating }))
  expect(distribution(numbers).map(({ rating }) => rating)).toEqual([9, 10])
  expect(distribution([])).toEqual([])
})

function places(drawn: string): number[] {
  return [...drawn].map(Number)
}
