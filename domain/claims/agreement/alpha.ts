import { type Corrected, corrected, TOO_FEW } from './figure'
import type { Level } from './levels'
import { type Ratings, tally } from './tally'
import { weighing } from './weigh'

/** Krippendorff's alpha, what it rests on, and which units bring the disagreement. */
export type Alpha = Corrected & {
  /** Units with two values or more; only they count. */
  units: number
  /** The values in these units. */
  values: number
  /** The coders who gave at least one of them. */
  coders: number
  /** For each row of the ratings what it adds to `observed`; null where it has fewer than two values. */
  contributions: (number | null)[]
}

/**
 * Krippendorff's alpha, after Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", for any number of
 * coders and with missing values. With m_u values in unit u and n in all pairable units,
 *
 *     observed = 1∕n Σ_u 1∕(m_u − 1) Σ_(i≠j in u) δ²(v_i, v_j)
 *     expected = 1∕(n (n − 1)) Σ_(i≠j in all) δ²(v_i, v_j)
 *
 * and alpha is 1 − observed ∕ expected. Both are means of δ²: shares of unlike pairs at the nominal level, squared
 * units of the scale at the interval level, squared numbers of values at the ordinal level, which only compare within
 * one set of data. Throws a RangeError for values below zero at the ratio level.
 */
export function krippendorffAlpha(ratings: Ratings, level: Level): Alpha {
  const counted = tally(ratings)
  const units = counted.rows.length
  const contributions: (number | null)[] = Array.from(ratings, () => null)
  const { observed, expected, values, within } = weighing(counted, level)()
  for (const [u, row] of counted.rows.entries()) contributions[row] = (within[u] ?? 0) / values
  const alpha = units === 0 ? TOO_FEW : corrected(observed / values, expected / (values * (values - 1)))
  return { ...alpha, units, values, coders: counted.coders, contributions }
}
