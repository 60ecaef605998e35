/**
 * What people said: a row is a unit (a claim), its entries are the coders in the same order; null where one said
 * nothing.
 */
export type Ratings = readonly (readonly (number | null)[])[]

/**
 * Ratings counted per unit. Only units with two values or more are in it, the pairable ones, since a single value can
 * neither agree nor disagree. The values of unit `u` are the entries from `starts[u]` up to `starts[u + 1]` of `codes`
 * (indexes into `values`) and `counts` (how many coders gave it, never 0).
 */
export type Tally = {
  /** The different values that occur, in ascending order. */
  values: Float64Array
  /** How many coders gave a value that counts. */
  coders: number
  /** Which row of the ratings each unit is. */
  rows: Int32Array
  /** How many values each unit has. */
  sizes: Int32Array
  starts: Int32Array
  codes: Int32Array
  counts: Float64Array
}

/** Counts ratings. A row may be shorter than the others: what it lacks is missing. */
export function tally(ratings: Ratings): Tally {
  const units = [...ratings.entries()]
    .map(([row, unit]) => ({ row, unit, given: unit.filter((value) => value !== null).sort((a, b) => a - b) }))
    .filter(({ given }) => given.length > 1)
  const values = Float64Array.from(new Set(units.flatMap(({ given }) => given))).sort()
  const codeOf = new Map([...values.entries()].map(([code, value]) => [value, code]))
  const bags = units.map(({ given }) => [...frequencies(given)])
  const starts = new Int32Array(units.length + 1)
  for (const [u, bag] of bags.entries()) starts[u + 1] = (starts[u] ?? 0) + bag.length
  return {
    values,
    coders: new Set(units.flatMap(({ unit }) => unit.flatMap((value, coder) => (value === null ? [] : [coder])))).size,
    rows: Int32Array.from(units, ({ row }) => row),
    sizes: Int32Array.from(units, ({ given }) => given.length),
    starts,
    codes: Int32Array.from(bags.flat(), ([value]) => codeOf.get(value) ?? 0),
    counts: Float64Array.from(bags.flat(), ([, count]) => count),
  }
}

/** How often each value occurs, in the order in which values come. */
export function frequencies(values: readonly number[]): Map<number, number> {
  const times = new Map<number, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return times
}
