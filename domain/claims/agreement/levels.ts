/**
 * What the numbers are, and so what lies between two of them: names (any codes, unlike or not), ranks in the order of a
 * scale, quantities with equal distances, or quantities with a true zero (none below it).
 */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Adds up the squared differences δ² over all ordered pairs in a bag of values. The bag is the entries from `from` up
 * to `to` of `codes` and `counts`; `at` is where each code lies on the scale.
 */
type Spread = (codes: Int32Array, counts: Float64Array, from: number, to: number, at: Float64Array) => number

/** How a level measures. */
type Measure = {
  spread: Spread
  /** Sets the positions anew, where these depend on how often each value was given. */
  place?: (marginals: Float64Array, at: Float64Array) => void
  /** Whether the spread of a whole follows from the sums and the sums of squares of its units. */
  moments?: true
}

/**
 * The difference functions δ² of Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": nominal 1 for
 * unlike values; interval (c − k)²; ratio ((c − k) ∕ (c + k))²; ordinal the square of the number of values from one
 * rank to the other, of which those at both ends count half: (n_c ∕ 2 + n_(c+1) + … + n_(k−1) + n_k ∕ 2)². That is the
 * distance between the middles of the two ranks when all values are lined up in order, so ordinal is interval on these
 * middles.
 */
export const LEVELS: Readonly<Record<Level, Measure>> = {
  nominal: { spread: unlike },
  ordinal: { spread: squares, place: middles },
  interval: { spread: squares, moments: true },
  ratio: { spread: ratios },
}

/** Pairs of unlike values: all pairs without the pairs of like ones, n² − Σ n_c². */
function unlike(_: Int32Array, counts: Float64Array, from: number, to: number): number {
  let size = 0
  let like = 0
  for (let i = from; i < to; i++) {
    const count = counts[i] ?? 0
    size += count
    like += count * count
  }
  return size * size - like
}

/** Squared differences, 2 n Σ (x − x̄)²: from the mean, so that large values with small differences don't cancel. */
function squares(codes: Int32Array, counts: Float64Array, from: number, to: number, at: Float64Array): number {
  if (to - from < 2) return 0 // exactly: a mean of equal values need not equal them in floating point
  let size = 0
  let sum = 0
  for (let i = from; i < to; i++) {
    const count = counts[i] ?? 0
    size += count
    sum += count * (at[codes[i] ?? 0] ?? 0)
  }
  const mean = sum / size
  let squared = 0
  for (let i = from; i < to; i++) {
    const off = (at[codes[i] ?? 0] ?? 0) - mean
    squared += (counts[i] ?? 0) * off * off
  }
  return 2 * size * squared
}

/** Squared ratios have no moments: every pair of codes is visited, which is slow with thousands of different values. */
function ratios(codes: Int32Array, counts: Float64Array, from: number, to: number, at: Float64Array): number {
  let sum = 0
  for (let i = from; i < to; i++) {
    const c = at[codes[i] ?? 0] ?? 0
    for (let j = i + 1; j < to; j++) {
      const k = at[codes[j] ?? 0] ?? 0
      const ratio = (c - k) / (c + k)
      sum += 2 * (counts[i] ?? 0) * (counts[j] ?? 0) * ratio * ratio
    }
  }
  return sum
}

/** Where the middle of each rank lies when all values are lined up in order. */
function middles(marginals: Float64Array, at: Float64Array): void {
  let below = 0
  for (let code = 0; code < marginals.length; code++) {
    const count = marginals[code] ?? 0
    at[code] = below + count / 2
    below += count
  }
}
