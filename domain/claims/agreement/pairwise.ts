import type { Figure } from './figure'
import type { Ratings } from './tally'

/**
 * Two coders, by their places in the rows (the smaller first), the number of units that both judged, and their figure.
 */
export type Pair = { coders: readonly [number, number]; units: number } & Figure

/**
 * For each pair of coders the share (0 to 1) of the units judged by both in which they said the same. Not corrected for
 * chance.
 */
export function pairwiseAgreement(ratings: Ratings): Pair[] {
  return pairwise(ratings, (a, b) => (a === b ? 1 : 0))
}

/**
 * For each pair of coders how far apart they are on average, |a − b| in the scale's unit, in the units judged by both.
 */
export function pairwiseDifference(ratings: Ratings): Pair[] {
  return pairwise(ratings, (a, b) => Math.abs(a - b))
}

function pairwise(ratings: Ratings, compare: (a: number, b: number) => number): Pair[] {
  const coders = ratings.reduce((most, unit) => Math.max(most, unit.length), 0)
  return Array.from({ length: coders }, (_, first) =>
    Array.from({ length: coders - first - 1 }, (_, next) => pair(ratings, [first, first + 1 + next], compare)),
  ).flat()
}

function pair(ratings: Ratings, coders: readonly [number, number], compare: (a: number, b: number) => number): Pair {
  let units = 0
  let sum = 0
  for (const unit of ratings) {
    const [a, b] = [unit[coders[0]] ?? null, unit[coders[1]] ?? null]
    if (a === null || b === null) continue
    units += 1
    sum += compare(a, b)
  }
  return units === 0 ? { coders, units, value: null, why: 'too few' } : { coders, units, value: sum / units }
}
