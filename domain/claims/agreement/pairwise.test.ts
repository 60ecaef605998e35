import { expect, test } from 'vitest'
import { pairwiseAgreement, pairwiseDifference } from './pairwise'
import { KRIPPENDORFF_2011 } from './published.cases'

// Of the twelve units of Krippendorff (2011): what both judged, in how many they agree, and the sum of their differences.
test.each<[number, number, number, number, number]>([
  [0, 1, 9, 8, 1],
  [0, 2, 8, 5, 4],
  [0, 3, 9, 8, 3],
  [1, 2, 9, 6, 3],
  [1, 3, 10, 9, 2],
  [2, 3, 10, 7, 3],
])('coders %i and %i', (first, second, units, alike, apart) => {
  const of = (pairs: ReturnType<typeof pairwiseAgreement>) =>
    pairs.filter(({ coders: [a, b] }) => a === first && b === second)
  const coders = [first, second]
  expect(of(pairwiseAgreement(KRIPPENDORFF_2011))).toEqual([{ coders, units, value: alike / units }])
  expect(of(pairwiseDifference(KRIPPENDORFF_2011))).toEqual([{ coders, units, value: apart / units }])
})

test('every pair once, and a pair without a common unit says so', () => {
  const ratings = [[1, null, 2], [1], [null, 3, 3]] // prettier-ignore
  expect(pairwiseAgreement(ratings)).toEqual([
    { coders: [0, 1], units: 0, value: null, why: 'too few' },
    { coders: [0, 2], units: 1, value: 0 },
    { coders: [1, 2], units: 1, value: 1 },
  ])
  expect(pairwiseAgreement([])).toEqual([])
})
