import type { ClaimType } from './words'

/**
 * One possible rating. `value` is its place on the scale, from 0 (least) up; null for one that stands apart, such as
 * “Unverifiable”, which counts as no judgement where agreement is measured on an ordered scale.
 */
export type Rating = { key: string; name: string; value: number | null }

/** What else a form asks for. */
export type Detail = 'searches' | 'deadline' | 'settles' | 'alternatives'

/** How a claim of some type is judged. A round keeps the form that it was opened with. */
export type VerdictForm = {
  /** What the ratings are called together; empty where there are none. */
  asks: string
  ratings: readonly Rating[]
  /** How ratings are compared; null where there are none. */
  level: 'ordinal' | 'nominal' | null
  /** Whether a likelihood that the statement is true as worded belongs to it. */
  likelihood: 'required' | 'optional' | 'none'
  /** Whether it can be misleading beside its rating. */
  misleading: boolean
  details: readonly Detail[]
  /** Whether its ratings say how true something is, and may so leave the house as a ClaimReview. */
  rated: boolean
}

/** An ordered scale, from what is least so to what is most so. */
const ordered = (...names: [key: string, name: string][]): Rating[] =>
  names.map(([key, name], value) => ({ key, name, value }))

const TRUTH = ordered(
  ['false', 'False'],
  ['mostly-false', 'Mostly false'],
  ['mixed', 'Mixed'],
  ['mostly-true', 'Mostly true'],
  ['true', 'True'],
)
/** No likelihood goes with it: what can't be verified can't be said to be likely either. */
const UNVERIFIABLE = 'unverifiable'

const factual = (details: readonly Detail[]): VerdictForm => ({
  asks: 'Rating',
  ratings: [...TRUTH, { key: UNVERIFIABLE, name: 'Unverifiable', value: null }],
  level: 'ordinal',
  likelihood: 'optional',
  misleading: true,
  details,
  rated: true,
})

const plain = { likelihood: 'none', misleading: false, details: [], rated: false } as const

/** The form of verdict of each type of claim. */
export const FORMS: Readonly<Record<ClaimType, VerdictForm>> = {
  fact: factual([]),
  negative: factual(['searches']),
  prediction: {
    ...{ asks: '', ratings: [], level: null, likelihood: 'required', misleading: false },
    ...{ details: ['deadline', 'settles'], rated: false },
  },
  quotation: {
    ...plain,
    asks: 'Rating',
    ratings: ordered(
      ['not-found', 'Not found'],
      ['out-of-context', 'Out of context'],
      ['altered', 'Altered'],
      ['faithful', 'Faithful'],
    ),
    level: 'nominal',
    rated: true,
  },
  cause: {
    ...plain,
    asks: 'Support',
    ratings: ordered(['none', 'No support'], ['weak', 'Weak'], ['partial', 'Partial'], ['strong', 'Strong']),
    level: 'ordinal',
    details: ['alternatives'],
    rated: true,
  },
  characterisation: {
    ...plain,
    asks: 'Rating',
    ratings: ordered(['unfair', 'Unfair'], ['contestable', 'Contestable'], ['fair', 'Fair']),
    level: 'ordinal',
    rated: true,
  },
  norm: {
    ...plain,
    asks: 'Position',
    ratings: ordered(['against', 'Against'], ['conditional', 'On conditions'], ['for', 'For']),
    level: 'nominal',
  },
}

/** A rating of a form by its key. */
export const ratingOf = (form: Pick<VerdictForm, 'ratings'>, key: string | null): Rating | null =>
  form.ratings.find((rating) => rating.key === key) ?? null
