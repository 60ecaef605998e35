import { type Alpha, krippendorffAlpha } from './alpha'
import { bootstrap, type Draw, type Interval } from './bootstrap'
import type { Level } from './levels'
import type { Ratings } from './tally'

/**
 * Below this many pairable units nothing should be read from alpha or its interval. A bootstrap of n units makes
 * intervals too short: by √((n − 1) ∕ n), and by a normal where a t distribution belongs (Hesterberg 2015, "What
 * Teachers Should Know About the Bootstrap"). For a mean, what calls itself 95 % covers 90 % with 10 units, and 85 %
 * with 5.
 */
export const FEWEST_UNITS = 10

/** Alpha with its interval, and why it should not be interpreted; null where nothing speaks against it. */
export type Agreement = Alpha & { interval: Interval; caution: 'too few units' | 'too little variation' | null }

/**
 * How far coders agree, as one answer. There are `too few units` below FEWEST_UNITS, and there is `too little
 * variation` when more replicates are undefined for want of it than lie beyond one bound of the interval: where the
 * bounds are would depend on what those were taken for. When alpha itself is undefined, so are all replicates. Two
 * coders suffice.
 */
export function agreement(ratings: Ratings, level: Level, draw: Draw): Agreement {
  const alpha = krippendorffAlpha(ratings, level)
  const interval = bootstrap(ratings, level, draw)
  const { undefinedReplicates, replicates, confidence } = interval
  const varies = undefinedReplicates <= (replicates * (1 - confidence)) / 2
  const caution = alpha.units < FEWEST_UNITS ? 'too few units' : varies ? null : 'too little variation'
  return { ...alpha, interval, caution }
}
