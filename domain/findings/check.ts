import { ratingOf, type VerdictForm } from '../claims/forms'
import type { Wrong } from '../reviews/check'

/** What of a finding or a dissent the form has a say in: both may leave open what they don't settle. */
export type Rated = { rating: string | null; likelihood: number | null }

/** Of a document as a whole nothing is rated: that is for its claims. */
const UNRATED: Pick<VerdictForm, 'ratings' | 'likelihood'> = { ratings: [], likelihood: 'none' }

/** What is wrong with a finding or a dissent by the form of its claim's verdicts; null is the form of a document. */
export function wrongInRated(form: VerdictForm | null, { rating, likelihood }: Rated): Wrong[] {
  const { ratings, likelihood: takes } = form ?? UNRATED
  const chosen = ratingOf({ ratings }, rating)
  const rules: [wrong: boolean, field: string, message: string][] = [
    [rating !== null && chosen === null, 'rating', 'This is not on the scale by which it was judged.'],
    [takes === 'none' && likelihood !== null, 'likelihood', 'What is judged here has no likelihood.'],
    [
      takes !== 'none' && chosen?.value === null && likelihood !== null,
      'likelihood',
      'What can’t be verified has no likelihood: leave it out, or choose another rating.',
    ],
  ]
  return rules.filter(([so]) => so).map(([, field, message]) => ({ field, message }))
}

type Settled = { rating: string | null; basis: string | null }

/** What a finding lacks before it can be published: each with a sentence. */
export function missingIn(form: VerdictForm | null, { rating, basis }: Settled): Wrong[] {
  const unrated = (form?.ratings.length ?? 0) > 0 && rating === null && basis !== 'no-consensus'
  const rules: [missing: boolean, field: string, message: string][] = [
    [basis === null, 'basis', 'Please say on what the finding rests, before it is published.'],
    [basis !== null && unrated, 'rating', 'Please choose a rating, or “No consensus” as what the finding rests on.'],
  ]
  return rules.filter(([so]) => so).map(([, field, message]) => ({ field, message }))
}
