import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GEOMETRIC_MEAN_OF_ODDS, pool, poolWithout, poolWithoutEach, type Judgement, type Pooling } from './pooling'

const MEDIAN: Pooling = { method: 'median' }
const MEAN: Pooling = { method: 'mean' }
const odds = (exponent: number): Pooling => ({ method: 'log-odds mean', exponent })

// Odds by hand: 50 is 1, 80 is 4, 90 is 9, 99 is 99; o : 1 is 100 o / (o + 1) percent.
test.each<[string, Pooling, number[], number | null]>([
  ['median of one', MEDIAN, [30], 30],
  ['median of an odd number', MEDIAN, [90, 10, 30], 30],
  ['median of an even number', MEDIAN, [90, 10, 31, 40], 35.5],
  ['median of two', MEDIAN, [10, 99], 54.5],
  ['mean', MEAN, [10, 20, 60], 30],
  ['mean, to a tenth', MEAN, [63, 64, 64], 63.7],
  ['half a tenth above even', MEAN, [98, 99, 99, 99], 98.8],
  ['half a tenth below even', MEAN, [2, 1, 1, 1], 1.2],
  ['half a tenth that floating point misses, 649 / 20', MEAN, [...many(11, 32), ...many(9, 33)], 32.4],
  ['its opposite', MEAN, [...many(11, 68), ...many(9, 67)], 67.6],
  ['odds of 9 and 1: 3', odds(1), [90, 50], 75],
  ['odds of 4 and 1: 2', odds(1), [80, 50], 66.7],
  ['odds of 9 and 4: 6', odds(1), [90, 80], 85.7],
  ['odds of 4, 4 and 1/4: the cube root of 4, 1.587', odds(1), [80, 80, 20], 61.4],
  ['odds of 9/91 and 35/65: 3/13, which is 18.75 percent', odds(1), [9, 35], 18.7],
  ['odds that undo each other', odds(1), [20, 80], 50],
  ['odds of 3, squared: 9', odds(2), [90, 50], 90],
  ['odds of 9, their square root: 3', odds(0.5), [90, 90], 75],
  ['an exponent on even', odds(3), [50, 50], 50],
  ['an exponent past the end', odds(3), [99, 98], 99],
  ['an exponent past the other end', odds(3), [1, 2], 1],
  ['an exponent past all bounds', odds(1e308), [99, 98], 99],
  ['an exponent past all bounds, below', odds(1e308), [1, 2], 1],
  ['nobody, median', MEDIAN, [], null],
  ['nobody, mean', MEAN, [], null],
  ['nobody, odds', odds(1), [], null],
])('%s', (_, pooling, likelihoods, value) => {
  expect(pool(judges(likelihoods), pooling)?.value ?? null).toBe(value)
})

test('a pooled value says how it came about, and can be reckoned again', () => {
  const said = judges([90, 50])
  expect(pool(said)).toEqual({ method: 'log-odds mean', exponent: 1, judges: 2, value: 75 })
  expect(pool(said, MEDIAN)).toEqual({ method: 'median', judges: 2, value: 70 })
  const kept = pool(said, odds(2)) ?? MEAN
  expect(pool(said, JSON.parse(JSON.stringify(kept)) as Pooling)).toEqual(kept)
})

test.each<[string, Judgement[], Pooling]>([
  ['0 percent', judges([0, 50]), MEAN],
  ['100 percent', judges([100]), odds(1)],
  ['no number', judges([NaN]), MEDIAN],
  ['an exponent of zero', judges([50]), odds(0)],
  ['a negative exponent', [], odds(-1)],
  ['an exponent without end', judges([50]), odds(Infinity)],
  ['an exponent that is no number', judges([50]), odds(NaN)],
  ['one person twice', [...judges([10]), ...judges([90])], MEAN],
])('refuses %s', (_, judgements, pooling) => {
  expect(() => pool(judgements, pooling)).toThrow(RangeError)
})

test('what hangs on one judge, or on some', () => {
  const said = judges([90, 50, 80])
  expect(poolWithoutEach(said, MEAN).map(({ without, pooled }) => [without, pooled?.value, pooled?.judges])).toEqual([
    ['0', 65, 2],
    ['1', 85, 2],
    ['2', 70, 2],
  ])
  expect(poolWithout(said, new Set(['0', '2', 'someone else']))).toEqual({
    ...GEOMETRIC_MEAN_OF_ODDS,
    judges: 1,
    value: 50,
  })
  expect(poolWithout(said, new Set(['0', '1', '2']))).toBeNull()
  expect(poolWithoutEach(judges([40]))).toEqual([{ without: '0', pooled: null }])
  expect(poolWithoutEach([])).toEqual([])
})

const anyLikelihoods = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 30 })
const plain = fc.constantFrom(MEDIAN, MEAN, odds(1))
const anyPooling = fc.oneof(plain, fc.double({ min: 0.1, max: 5, noNaN: true }).map(odds))

test('the order of the judges makes no difference', () => {
  const shuffled = anyLikelihoods.chain((likelihoods) => {
    const said = judges(likelihoods)
    return fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length }))
  })
  fc.assert(
    fc.property(shuffled, anyPooling, ([said, otherwise], pooling) => {
      expect(pool(otherwise, pooling)).toEqual(pool(said, pooling))
    }),
  )
})

test('without an exponent the value is between the least and the most', () => {
  fc.assert(
    fc.property(anyLikelihoods, plain, (likelihoods, pooling) => {
      const value = pool(judges(likelihoods), pooling)?.value
      expect(value).toBeGreaterThanOrEqual(Math.min(...likelihoods))
      expect(value).toBeLessThanOrEqual(Math.max(...likelihoods))
    }),
  )
})

test('a statement and its opposite add up to 100', () => {
  fc.assert(
    fc.property(anyLikelihoods, anyPooling, (likelihoods, pooling) => {
      const value = pool(judges(likelihoods), pooling)?.value ?? NaN
      const opposite = pool(judges(likelihoods.map((each) => 100 - each)), pooling)?.value ?? NaN
      expect(value + opposite).toBeCloseTo(100, 9)
    }),
  )
})

test('a larger exponent never brings the value nearer to even', () => {
  const anyExponent = fc.double({ min: 0.1, max: 5, noNaN: true })
  fc.assert(
    fc.property(anyLikelihoods, anyExponent, anyExponent, (likelihoods, a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)].map((exponent) => pool(judges(likelihoods), odds(exponent)))
      expect(Math.abs((more?.value ?? NaN) - 50)).toBeGreaterThanOrEqual(Math.abs((less?.value ?? NaN) - 50))
    }),
  )
})

test('without each judge is what the others pool to', () => {
  fc.assert(
    fc.property(anyLikelihoods, anyPooling, (likelihoods, pooling) => {
      const said = judges(likelihoods)
      const directly = said.map(({ by }, i) => ({ without: by, pooled: pool(said.toSpliced(i, 1), pooling) }))
      expect(poolWithoutEach(said, pooling)).toEqual(directly)
    }),
  )
})

function many(count: number, likelihood: number): number[] {
  return Array<number>(count).fill(likelihood)
}

function judges(likelihoods: readonly number[]): Judgement[] {
  return likelihoods.map((likelihood, i) => ({ by: String(i), likelihood }))
}
