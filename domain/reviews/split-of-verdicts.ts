import { ratingOf, type VerdictForm } from '../claims/forms'
import { likelihoodSplit, splitOf } from '../claims/split'

type Said = { kind: 'judged' | 'unable' | 'recused'; rating: string | null; likelihood: number | null }

/**
 * How split the verdicts of a round are by its form, from 0 (unanimous) to 1; null where fewer than two can be compared.
 * Ratings that stand apart on the scale are left out, and whoever did not judge.
 */
export function splitOfVerdicts(form: VerdictForm, verdicts: readonly Said[]): number | null {
  const judged = verdicts.filter(({ kind }) => kind === 'judged')
  const likelihoods = judged.map(({ likelihood }) => likelihood).filter((each) => each !== null)
  if (form.level === null) return likelihoodSplit(likelihoods)
  const ratings = judged.map(({ rating }) => ratingOf(form, rating)?.value ?? null).filter((each) => each !== null)
  const size = form.ratings.filter(({ value }) => value !== null).length
  return splitOf({ ratings, scale: { level: form.level, size }, likelihoods })
}
