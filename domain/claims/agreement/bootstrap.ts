import type { Level } from './levels'
import { mulberry32 } from './random'
import { type Ratings, tally } from './tally'
import { weighing } from './weigh'

/**
 * How to draw. `replicates` without a value are 10,000, so that some 250 lie beyond each bound of a 95 % interval and
 * the bounds hardly depend on the seed; `confidence` is a share, 0.95 without a value.
 */
export type Draw = { seed: number; replicates?: number; confidence?: number }

/** An interval of alpha, and how it came about. */
export type Interval = Required<Draw> & {
  method: 'percentile bootstrap of units'
  /** How many replicates had no alpha, because nothing varied in them. The rest makes the interval. */
  undefinedReplicates: number
  /** The bounds, and the mean of the replicates; null when no replicate has an alpha. */
  low: number | null
  high: number | null
  mean: number | null
}

/**
 * A percentile interval of Krippendorff's alpha (Efron & Tibshirani 1993, "An Introduction to the Bootstrap", chapter
 * 13): the pairable units are drawn with replacement, as many as there are, and alpha is made anew from each sample,
 * its expected disagreement and its ordinal distances too. Hayes & Krippendorff (2007) draw pairs of values instead and
 * keep the expected disagreement as it is, which takes the pairs of one unit for independent of each other; this does
 * not. What units never show can't be drawn: if all agree perfectly, both bounds are 1, however few there are.
 */
export function bootstrap(ratings: Ratings, level: Level, draw: Draw): Interval {
  const { seed, replicates = 10_000, confidence = 0.95 } = draw
  const counted = tally(ratings)
  const units = counted.rows.length
  const weigh = weighing(counted, level)
  const random = mulberry32(seed)
  const weights = new Int32Array(units)
  const alphas = new Float64Array(replicates)
  let defined = 0
  for (let replicate = 0; replicate < replicates; replicate++) {
    weights.fill(0)
    for (let drawn = 0; drawn < units; drawn++) {
      const u = Math.floor(random() * units)
      weights[u] = (weights[u] ?? 0) + 1
    }
    const { observed, expected, values } = weigh(weights)
    if (expected > 0) alphas[defined++] = 1 - ((values - 1) * observed) / expected
  }
  const sorted = alphas.subarray(0, defined).sort()
  const tail = (1 - confidence) / 2
  return {
    method: 'percentile bootstrap of units',
    seed,
    replicates,
    confidence,
    undefinedReplicates: replicates - defined,
    low: quantile(sorted, tail),
    high: quantile(sorted, 1 - tail),
    mean: defined === 0 ? null : sorted.reduce((sum, alpha) => sum + alpha, 0) / defined,
  }
}

/**
 * Below which value a share of sorted numbers lies, in proportion between two: definition 7 of Hyndman & Fan (1996).
 */
function quantile(sorted: Float64Array, share: number): number | null {
  const at = share * (sorted.length - 1)
  const below = sorted[Math.floor(at)]
  const above = sorted[Math.ceil(at)]
  return below === undefined || above === undefined ? null : below + (above - below) * (at - Math.floor(at))
}
