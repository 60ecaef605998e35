/** The ends of the scale, in percent. 0 and 100 are not on it: what is certain needs no judgement, and has no odds. */
export const LEAST_LIKELY = 1
export const MOST_LIKELY = 99

/**
 * How likely a statement is as it is worded, in words: the expressions of likelihood of Intelligence Community
 * Directive 203, "Analytic Standards" (2015), least likely first, from `low` to `high` percent. The directive lets
 * neighbours share an end; `bandOf` says whose it is. It has a second row of words ("remote", "improbable" …) that it
 * asks not to mix with these: we have one.
 */
export const LIKELIHOOD_BANDS = [
  { low: 1, high: 5, words: 'almost no chance' },
  { low: 5, high: 20, words: 'very unlikely' },
  { low: 20, high: 45, words: 'unlikely' },
  { low: 45, high: 55, words: 'roughly even chance' },
  { low: 55, high: 80, words: 'likely' },
  { low: 80, high: 95, words: 'very likely' },
  { low: 95, high: 99, words: 'almost certain' },
] as const satisfies readonly { low: number; high: number; words: string }[]
export type LikelihoodBand = (typeof LIKELIHOOD_BANDS)[number]
export type LikelihoodWords = LikelihoodBand['words']

type Ends = { low: number; high: number }

/** How far the middle of a band is from 50, doubled: enough to compare. */
const fromEven = ({ low, high }: Ends) => Math.abs(low + high - 100)

const NEAREST_TO_EVEN_FIRST = [...LIKELIHOOD_BANDS].sort((a, b) => fromEven(a) - fromEven(b))

/**
 * The band of a likelihood in percent, whole or not (a pooled one seldom is). At an end that two bands share, the one
 * nearer to even has it, so that words never claim more than the figure. Throws a RangeError for what is below 1, above
 * 99 or no number: the bands leave no gap, so only that is in none.
 */
export function bandOf(percent: number): LikelihoodBand {
  const band = NEAREST_TO_EVEN_FIRST.find(({ low, high }) => low <= percent && percent <= high)
  if (!band) throw new RangeError(`A likelihood is from ${LEAST_LIKELY} to ${MOST_LIKELY} percent, not ${percent}.`)
  return band
}

/** The words of a likelihood in percent; refuses what `bandOf` refuses. */
export const wordsFor = (percent: number): LikelihoodWords => bandOf(percent).words

/** The same number, once it is known to be a likelihood in percent; refuses what `bandOf` refuses. */
export function asLikelihood(percent: number): number {
  bandOf(percent)
  return percent
}

/**
 * Analytic confidence, lowest first: how good the grounds of a judgement are, which says nothing about how likely its
 * statement is. One may be highly confident of an even chance. So ICD 203 never lets the two stand in one phrase
 * ("likely, with high confidence"), nor do we: no function takes or gives both, and pages show them as two lines.
 */
export const CONFIDENCES = ['low', 'moderate', 'high'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** What each level means, in the words that people see where they choose one. */
export const CONFIDENCE_MEANING: Readonly<Record<Confidence, string>> = {
  low: 'The grounds are thin, doubtful or in pieces. Much is assumed, and one new fact could turn the judgement.',
  moderate: 'The grounds are credible and hang together, but they have gaps, or nobody independent confirms them.',
  high: 'Good sources, independent of each other, agree; little is missing or assumed. It can still be wrong.',
}
