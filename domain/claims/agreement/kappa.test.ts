import fc from 'fast-check'
import { expect, test } from 'vitest'
import { krippendorffAlpha } from './alpha'
import { cohenKappa, fleissKappa } from './kappa'
import { ANXIETY, ARTSTEIN_2008, byUnit, crossed, FLEISS_1971, WIKIPEDIA_FLEISS } from './published.cases'
import type { Ratings } from './tally'

const COHEN_1960 = crossed([[88, 14, 18], [10, 40, 10], [2, 6, 12]]) // prettier-ignore
const SAS = crossed([[0, 4, 1], [0, 8, 0], [0, 1, 5]]) // prettier-ignore

test.each<[string, 'none' | 'linear' | 'quadratic', number, Ratings]>([
  ['Cohen 1960, p. 45', 'none', 0.492, COHEN_1960],
  ['Krippendorff 2004, p. 246, alike', 'none', 0.186, crossed([[12, 9, 9], [9, 14, 9], [9, 9, 20]])], // prettier-ignore
  ['Krippendorff 2004, p. 246, apart', 'none', 0.258, crossed([[12, 18, 18], [0, 14, 18], [0, 0, 20]])], // prettier-ignore
  ['Artstein & Poesio 2008, p. 558', 'none', 0.348, crossed([[20, 10], [20, 50]])], // prettier-ignore
  ['Artstein & Poesio 2008, p. 568', 'none', 0.8013, ARTSTEIN_2008],
  ['SAS, as tested in statsmodels', 'none', 0.4842, SAS],
  ['SAS, as tested in statsmodels', 'linear', 0.4701, SAS],
  ['irr, anxiety', 'none', -0.006289308, ANXIETY],
  ['irr, anxiety', 'linear', 0.1459075, ANXIETY],
  ['irr, anxiety', 'quadratic', 0.2520325, ANXIETY],
])('Cohen: %s, weights %s: %d', (_, weights, published, ratings) => {
  const tolerance = 0.6 * 10 ** -(String(Math.abs(published)).length - 2) // the last digit is rounded
  expect(Math.abs(Number(cohenKappa(ratings, [0, 1], weights).value) - published)).toBeLessThan(tolerance)
})

test('Cohen: what kappa is made of', () => {
  expect(cohenKappa(COHEN_1960)).toMatchObject({ observed: expect.closeTo(0.3), expected: expect.closeTo(0.59), units: 200 }) // prettier-ignore
})

test('Cohen: any two coders, and units that one of them left out are counted', () => {
  const ratings = [[9, 1, 1], [9, 2, 1], [9, null, 1], [9, 2, null], [9, null, null], [9, 2, 2], [9, 2]] // prettier-ignore
  expect(cohenKappa(ratings, [1, 2])).toEqual({ ...cohenKappa([[1, 1], [2, 1], [2, 2]]), excluded: 3 }) // prettier-ignore
})

test.each<[string, Ratings, object]>([
  ['nothing', [], { why: 'too few', observed: null, units: 0, excluded: 0 }],
  ['no unit in common', [[1, null], [null, 1]], { why: 'too few', units: 0, excluded: 2 }], // prettier-ignore
  ['always the same', [[0.1, 0.1], [0.1, 0.1]], { why: 'no variation', observed: 0, expected: 0 }], // prettier-ignore
])('neither kappa is defined for %s', (_, ratings, result) => {
  for (const weights of ['none', 'linear', 'quadratic'] as const)
    expect(cohenKappa(ratings, [0, 1], weights)).toMatchObject({ value: null, ...result })
  expect(fleissKappa(ratings)).toMatchObject({ value: null, ...result })
})

test.each<[string, Ratings, number, number, number]>([
  ['Fleiss 1971', FLEISS_1971, 0.4302445, 0.5556, 0.2201],
  ['Wikipedia', WIKIPEDIA_FLEISS, 0.21, 0.378, 0.213],
])('Fleiss: %s', (_, ratings, kappa, agreed, chance) => {
  const { value, observed, expected } = fleissKappa(ratings)
  expect(value).toBeCloseTo(kappa, kappa === 0.21 ? 3 : 7)
  expect(1 - Number(observed)).toBeCloseTo(agreed, 3)
  expect(1 - Number(expected)).toBeCloseTo(chance, 3)
})

test('Fleiss: units with fewer values or more are left out and counted', () => {
  const ratings = [...byUnit('112', '222', '311'), [1, null, 1], [null, 2], [], [null, null]]
  expect(fleissKappa(ratings)).toEqual({ ...fleissKappa(byUnit('112', '222', '311')), excluded: 2 })
  expect(fleissKappa([...byUnit('11', '12', '22'), [1, 1, 1]], 2)).toMatchObject({ units: 3, excluded: 1 })
})

test('Fleiss: is alpha but for its smaller expected disagreement', () => {
  const complete = fc.array(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), { minLength: 1 })
  fc.assert(
    fc.property(complete, (ratings) => {
      const [alpha, kappa] = [krippendorffAlpha(ratings, 'nominal'), fleissKappa(ratings)]
      if (alpha.value === null) expect(kappa.value).toBeNull()
      else expect(1 - Number(kappa.value)).toBeCloseTo(((1 - alpha.value) * alpha.values) / (alpha.values - 1), 10)
    }),
  )
})

test('Cohen: swapping the coders or naming the values anew changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3))), (pairs) => {
      const { value } = cohenKappa(pairs)
      for (const other of [
        cohenKappa(pairs, [1, 0]),
        cohenKappa(pairs.map((pair) => pair.map((a) => (a * 3 + 1) % 4))),
      ])
        if (value === null) expect(other.value).toBeNull()
        else expect(other.value).toBeCloseTo(value, 10)
    }),
  )
})
