import { asLikelihood, LEAST_LIKELY, MOST_LIKELY } from './likelihood'

/** What a split needs to know of a scale: whether its categories have an order, and how many they are, two or more. */
export type Scale = { level: 'ordinal' | 'nominal'; size: number }

/**
 * How split ratings are, from 0 (unanimous) to 1 (as split as so many judges can be); two or more, each by its place on
 * the scale from 0 on.
 */
const MEASURES: Readonly<Record<Scale['level'], (ratings: readonly number[], size: number) => number>> = {
  /**
   * The index of ordinal variation (Berry & Mielke 1992, "Assessment of variation in ordinal data", Perceptual and
   * Motor Skills 74:63–66): the mean difference of two judges in proportion to the largest that so many can have. They
   * differ by the number of borders between their categories, so that nothing is asked of categories but their order.
   * It is 1 when half stand at either end of the scale.
   */
  ordinal: (ratings, size) => spread(ratings, size - 1),
  /**
   * The index of qualitative variation (Mueller & Schuessler 1961, "Statistical Reasoning in Sociology"; Wilcox 1973,
   * "Indices of qualitative variation and political measurement", Western Political Quarterly 26:325–343): the pairs of
   * judges who differ, in proportion to the most that could. That most is of whole judges here, as even as they divide
   * (the books divide evenly, and never reach 1 with fewer judges than categories).
   */
  nominal: (ratings, size) => {
    const places = Array.from({ length: size }, (_, place) => place)
    const counts = places.map((place) => ratings.filter((rating) => rating === place).length)
    const evenly = places.map((place) => Math.floor((ratings.length + place) / size))
    return pairsApart(counts) / pairsApart(evenly)
  },
}

/**
 * How split ratings are on their scale, from 0 (unanimous) to 1 (as split as so many judges can be); null for fewer
 * than two. A rating is the place of its category, from 0 to size − 1, in the scale's order if it has one. Leave out
 * whoever abstained. Throws a RangeError for what is not on the scale.
 */
export function ratingSplit(ratings: readonly number[], { level, size }: Scale): number | null {
  if (!(Number.isInteger(size) && size >= 2)) throw new RangeError(`A scale has two categories or more, not ${size}.`)
  const stray = ratings.find((rating) => !(Number.isInteger(rating) && rating >= 0 && rating < size))
  if (stray !== undefined) throw new RangeError(`${stray} is not on a scale from 0 to ${size - 1}.`)
  return ratings.length < 2 ? null : MEASURES[level](ratings, size)
}

/**
 * How split likelihoods in percent are, from 0 (unanimous) to 1 (half at 1 %, half at 99 %): the mean difference of two
 * judges in proportion to the largest that so many can have. Null for fewer than two; refuses what is no likelihood.
 */
export function likelihoodSplit(likelihoods: readonly number[]): number | null {
  const checked = likelihoods.map(asLikelihood)
  return checked.length < 2 ? null : spread(checked, MOST_LIKELY - LEAST_LIKELY)
}

/**
 * How split the verdicts on a claim are, to show the largest split first: the larger of the splits of their ratings and
 * of their likelihoods, since people may differ in one and not in the other. Null if neither has two judges.
 */
export function splitOf(verdicts: {
  ratings: readonly number[]
  scale: Scale
  likelihoods: readonly number[]
}): number | null {
  const splits = [ratingSplit(verdicts.ratings, verdicts.scale), likelihoodSplit(verdicts.likelihoods)]
  const known = splits.filter((split) => split !== null)
  return known.length === 0 ? null : Math.max(...known)
}

/**
 * The split itself, in people's names: each rating that was given, how many gave it and who, in the order in which they
 * come; the most frequent first, equals by rating.
 */
export function distribution<R extends string | number>(
  ratings: readonly { by: string; rating: R }[],
): { rating: R; count: number; by: string[] }[] {
  const judges = new Map<R, string[]>()
  for (const { by, rating } of ratings) {
    const same = judges.get(rating)
    if (same) same.push(by)
    else judges.set(rating, [by])
  }
  return [...judges]
    .map(([rating, by]) => ({ rating, count: by.length, by }))
    .sort((a, b) => b.count - a.count || (a.rating < b.rating ? -1 : 1))
}

/**
 * The sum of the differences of all pairs, in proportion to its largest: half of the values at either end of `reach`,
 * or as near to half as an odd number allows. A gap between neighbours counts once for each pair that it keeps apart:
 * those below it times those above.
 */
function spread(values: readonly number[], reach: number): number {
  const n = values.length
  const sorted = [...values].sort((a, b) => a - b)
  const apart = sorted.reduce(
    (sum, value, below) => sum + (value - (sorted[below - 1] ?? value)) * below * (n - below),
    0,
  )
  return apart / (Math.floor(n / 2) * Math.ceil(n / 2) * reach)
}

/** How many pairs are in different groups, when so many are in each. */
function pairsApart(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0)
  return counts.reduce((sum, count) => sum + count * (all - count), 0) / 2
}
