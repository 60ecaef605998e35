import { LEVELS, type Level } from './levels'
import type { Tally } from './tally'

/** The sums behind alpha and Fleiss' kappa, of units taken with weights. */
export type Sums = {
  /** Σ over units of δ² over their ordered pairs ∕ (values of the unit − 1). */
  observed: number
  /** Σ of δ² over the ordered pairs of all values, as if all were of one unit: exactly 0 when all are the same. */
  expected: number
  /** How many values there are. */
  values: number
  /** What one copy of each unit adds to `observed`. The next call overwrites it. */
  within: Float64Array
}

/**
 * Makes the function that adds up any selection of a tally's units: `weights[u]` says how often unit `u` is taken, and
 * without weights each is taken once. All is measured anew for every selection, the ordinal distances too; only what
 * can't change is measured once. A call takes a step for each unit (interval), or for each different value of each unit
 * and of all (nominal, ordinal), or for each pair of different values (ratio). Throws a RangeError for values below
 * zero on a ratio scale.
 */
export function weighing(tally: Tally, level: Level): (weights?: Int32Array) => Sums {
  const { sizes, starts, codes, counts } = tally
  const { spread, place, moments } = LEVELS[level]
  if (level === 'ratio' && (tally.values[0] ?? 0) < 0) throw new RangeError('A ratio scale has no values below zero.')
  const units = sizes.length
  const once = new Int32Array(units).fill(1)
  const at = Float64Array.from(tally.values)
  const within = new Float64Array(units)
  const measure = (u: number) => {
    within[u] = spread(codes, counts, starts[u] ?? 0, starts[u + 1] ?? 0, at) / ((sizes[u] ?? 0) - 1)
  }
  if (!place) for (let u = 0; u < units; u++) measure(u)
  const parts = moments ? momentsOf(tally) : tally
  const all = Int32Array.from((moments ? [SUM, SQUARES] : tally.values).keys())
  const whole = new Float64Array(all.length)

  return (weights = once) => {
    whole.fill(0)
    let values = 0
    let only = -1
    let varies = false
    for (let u = 0; u < units; u++) {
      const weight = weights[u] ?? 0
      if (weight === 0) continue
      values += weight * (sizes[u] ?? 0)
      const from = starts[u] ?? 0
      if (only === -1) only = codes[from] ?? -1
      varies ||= (starts[u + 1] ?? 0) - from > 1 || codes[from] !== only
      for (let i = parts.starts[u] ?? 0, end = parts.starts[u + 1] ?? 0; i < end; i++) {
        const part = parts.codes[i] ?? 0
        whole[part] = (whole[part] ?? 0) + weight * (parts.counts[i] ?? 0)
      }
    }
    place?.(whole, at)
    let observed = 0
    for (let u = 0; u < units; u++) {
      const weight = weights[u] ?? 0
      if (weight === 0) continue
      if (place) measure(u)
      observed += weight * (within[u] ?? 0)
    }
    if (!varies) return { observed, expected: 0, values, within }
    const expected = moments
      ? 2 * (values * (whole[SQUARES] ?? 0) - (whole[SUM] ?? 0) ** 2)
      : spread(all, whole, 0, all.length, at)
    return { observed, expected, values, within }
  }
}

/** The two moments, as if they were codes of values. */
const [SUM, SQUARES] = [0, 1]

/**
 * What each unit adds to the moments of a whole, in the form in which a tally has what it adds to the counts of values.
 * Distances are from the mean of all, which leaves few digits to cancel.
 */
function momentsOf({ values, starts, codes, counts }: Tally): Pick<Tally, 'starts' | 'codes' | 'counts'> {
  const given = [...codes].map((code, i) => ({ value: values[code] ?? 0, count: counts[i] ?? 0 }))
  const mean =
    given.reduce((sum, { value, count }) => sum + value * count, 0) / given.reduce((n, { count }) => n + count, 0)
  const bags = [...starts.subarray(1)].map((end, u) => given.slice(starts[u], end))
  const moment = (bag: typeof given, power: number) =>
    bag.reduce((sum, { value, count }) => sum + count * (value - mean) ** power, 0)
  return {
    starts: Int32Array.from(starts, (_, u) => 2 * u),
    codes: Int32Array.from(bags.flatMap(() => [SUM, SQUARES])),
    counts: Float64Array.from(bags.flatMap((bag) => [moment(bag, 1), moment(bag, 2)])),
  }
}
