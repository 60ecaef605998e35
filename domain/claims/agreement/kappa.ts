import { type Corrected, corrected, TOO_FEW } from './figure'
import { frequencies, type Ratings, tally } from './tally'
import { weighing } from './weigh'

/** A kappa, with the units that count and those that somebody judged but which could not be counted. */
export type Kappa = Corrected & { units: number; excluded: number }

/**
 * How grave it is to say `a` where the other said `b` (Cohen 1968, "Weighted kappa"). With weights the values are ranks
 * in the scale's order, and what counts is how far apart they are, whether or not a rank between them was used.
 */
const WEIGHTS = {
  none: (a: number, b: number) => (a === b ? 0 : 1),
  linear: (a: number, b: number) => Math.abs(a - b),
  quadratic: (a: number, b: number) => (a - b) ** 2,
}

/**
 * Cohen's kappa (1960, "A coefficient of agreement for nominal scales") of two coders, given by their places in the
 * rows. Each coder keeps a distribution of their own: expected is the disagreement of every value of the one with every
 * value of the other. Units that only one of them judged are excluded and counted. Observed and expected are mean
 * weights; without weights these are 1 − p_o and 1 − p_e.
 */
export function cohenKappa(
  ratings: Ratings,
  [first, second]: readonly [number, number] = [0, 1],
  weights: keyof typeof WEIGHTS = 'none',
): Kappa {
  const weight = WEIGHTS[weights]
  const judged = ratings.map((unit) => [unit[first] ?? null, unit[second] ?? null] as const)
  const pairs = judged.filter((pair): pair is readonly [number, number] => pair[0] !== null && pair[1] !== null)
  const units = pairs.length
  const excluded = judged.filter(([a, b]) => (a === null) !== (b === null)).length
  if (units === 0) return { ...TOO_FEW, units, excluded }
  const observed = pairs.reduce((sum, [a, b]) => sum + weight(a, b), 0)
  const [firsts, seconds] = [frequencies(pairs.map(([a]) => a)), frequencies(pairs.map(([, b]) => b))]
  let expected = 0
  for (const [a, times] of firsts) for (const [b, often] of seconds) expected += times * often * weight(a, b)
  return { ...corrected(observed / units, expected / units ** 2), units, excluded }
}

/**
 * Fleiss' kappa (1971, "Measuring nominal scale agreement among many raters") of units that have the same number of
 * values each, from whichever coders. That number is `perUnit`; without it, the largest that occurs. Units with fewer
 * values or more are excluded and counted, since this kappa has no form for them; Krippendorff's alpha takes them all.
 * Observed and expected are 1 − P̄ and 1 − P̄_e: the share of unlike pairs within units, and among all values, each
 * paired with itself too.
 */
export function fleissKappa(ratings: Ratings, perUnit?: number): Kappa {
  const sizes = ratings.map((unit) => unit.filter((value) => value !== null).length)
  const size = perUnit ?? sizes.reduce((a, b) => Math.max(a, b), 0)
  const counted = tally(ratings.filter((_, row) => sizes[row] === size))
  const units = counted.rows.length
  const excluded = sizes.filter((given) => given > 0).length - units
  if (units === 0) return { ...TOO_FEW, units, excluded }
  const { observed, expected, values } = weighing(counted, 'nominal')()
  return { ...corrected(observed / values, expected / values ** 2), units, excluded }
}
