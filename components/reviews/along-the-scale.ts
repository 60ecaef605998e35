import { ratingOf } from '@/domain/claims/forms'
import type { Round } from '@/domain/reviews/round'
import type { Verdict } from '@/domain/reviews/verdict'

/** Where who did not judge comes: after all who did, and after ratings that stand apart. */
const PLACES = { judged: -1, unable: -2, recused: -3 } as const

/** Verdicts along their scale: what is most so first, then what is most likely; at the end who did not judge. */
export function alongTheScale(form: Round['form'], verdicts: readonly Verdict[]): Verdict[] {
  const place = ({ kind, rating }: Verdict) =>
    kind === 'judged' && form.ratings.length > 0 ? (ratingOf(form, rating)?.value ?? PLACES.judged) : PLACES[kind]
  const likely = ({ likelihood }: Verdict) => likelihood ?? 0
  return [...verdicts].sort(
    (a, b) => place(b) - place(a) || likely(b) - likely(a) || a.author.name.localeCompare(b.author.name),
  )
}

/** The last judgement of each person before a round, of those that its reader knows. */
export function judgedBefore(rounds: readonly Round[], number: number): ReadonlyMap<string, Verdict> {
  const earlier = rounds
    .filter((round) => round.number < number)
    .sort((a, b) => a.number - b.number)
    .flatMap(({ verdicts }) => verdicts)
    .filter(({ kind }) => kind === 'judged')
  return new Map(earlier.map((verdict) => [verdict.author.id, verdict]))
}
