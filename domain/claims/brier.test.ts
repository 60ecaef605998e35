import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brier, brierByPerson, brierOfTeam, type Settled, type Which } from './brier'

test.each<[likelihood: number, occurred: boolean, score: number]>([
  [50, true, 0.25],
  [50, false, 0.25],
  [70, true, 0.09],
  [70, false, 0.49],
  [30, true, 0.49],
  [30, false, 0.09],
  [99, true, 0.0001],
  [99, false, 0.9801],
  [1, false, 0.0001],
  [62.5, true, 0.140625],
])('%d percent, and it came true: %s', (likelihood, occurred, score) => {
  expect(brier(likelihood, occurred)).toBe(score)
})

test.each([0, 100, NaN])('%d is no forecast', (likelihood) => {
  expect(() => brier(likelihood, true)).toThrow(RangeError)
})

// Ann revised her first forecast twice; Ben forecast once; nobody forecast the last prediction.
const SETTLED: Settled[] = [
  { occurred: true, forecasts: [{ by: 'ann', likelihoods: [70, 80, 90] }, { by: 'ben', likelihoods: [50] }] }, // prettier-ignore
  { occurred: false, forecasts: [{ by: 'ann', likelihoods: [60] }] },
  { occurred: true, forecasts: [] },
]

test.each<[Which, { ann: number; individuals: number; pooled: number }]>([
  // Ann 0.01 and 0.36, Ben 0.25. Odds of 9 and 1 pool to 75 percent: 0.0625.
  ['last', { ann: 0.185, individuals: (0.13 + 0.36) / 2, pooled: (0.0625 + 0.36) / 2 }],
  // Ann 0.09 and 0.36, Ben 0.25. The square root of 7/3 and 1 is 1.5275, which is 60.4 percent: 0.156816.
  ['first', { ann: 0.225, individuals: (0.17 + 0.36) / 2, pooled: (0.156816 + 0.36) / 2 }],
])('of several forecasts the %s', (which, { ann, individuals, pooled }) => {
  expect(brierByPerson(SETTLED, which)).toEqual([
    { by: 'ann', score: expect.closeTo(ann, 9), predictions: 2 },
    { by: 'ben', score: 0.25, predictions: 1 },
  ])
  expect(brierOfTeam(SETTLED, undefined, which)).toEqual({
    individuals: expect.closeTo(individuals, 9),
    pooled: expect.closeTo(pooled, 9),
    predictions: 2,
    forecasts: 3,
    people: 2,
  })
})

test('the last one counts unless asked otherwise', () => {
  expect(brierByPerson(SETTLED)).toEqual(brierByPerson(SETTLED, 'last'))
  expect(brierOfTeam(SETTLED)).toEqual(brierOfTeam(SETTLED, { method: 'log-odds mean', exponent: 1 }, 'last'))
})

test('nothing settled, nothing scored', () => {
  expect(brierByPerson([])).toEqual([])
  expect(brierOfTeam([])).toBeNull()
  expect(brierOfTeam([{ occurred: true, forecasts: [] }])).toBeNull()
})

test('nobody stands twice in a prediction', () => {
  const forecasts: Settled['forecasts'] = [{ by: 'ann', likelihoods: [70] }, { by: 'ann', likelihoods: [90] }] // prettier-ignore
  expect(() => brierOfTeam([{ occurred: true, forecasts }])).toThrow(RangeError)
})

const anyLikelihood = fc.integer({ min: 1, max: 99 })

test('nobody does better on average by saying other than what they believe', () => {
  fc.assert(
    fc.property(anyLikelihood, anyLikelihood, (believed, said) => {
      const expected = (p: number) => (believed * brier(p, true) + (100 - believed) * brier(p, false)) / 100
      expect(expected(believed)).toBeLessThanOrEqual(expected(said) + 1e-12)
    }),
  )
})

test('the mean of a team is no worse than its members are on average, but for the tenth that it is stated to', () => {
  const anySettled = fc.record({
    occurred: fc.boolean(),
    forecasts: fc
      .array(anyLikelihood, { minLength: 1, maxLength: 8 })
      .map((all) => all.map((likelihood, i) => ({ by: String(i), likelihoods: [likelihood] as const }))),
  })
  fc.assert(
    fc.property(fc.array(anySettled, { minLength: 1, maxLength: 8 }), (settled) => {
      const team = brierOfTeam(settled, { method: 'mean' })
      // A twentieth of a percent away, a square of at most 1 changes by less than 2 × 0.0005, and a little.
      expect(team?.pooled).toBeLessThanOrEqual((team?.individuals ?? NaN) + 0.00101)
      const people = brierByPerson(settled)
      expect(people.reduce((sum, { predictions }) => sum + predictions, 0)).toBe(team?.forecasts)
      expect(people).toHaveLength(team?.people ?? NaN)
    }),
  )
})
