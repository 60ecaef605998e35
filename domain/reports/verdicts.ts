import { ratingOf, type VerdictForm } from '../claims/forms'
import { firstWords, lastWords } from '../findings/last-words'
import type { Verdict } from '../reviews/verdict'
import type { ReportVerdict } from './report'

/** The last word of each reviewer, with the first where they had another, in the order of their names. */
export function reportVerdicts(form: Pick<VerdictForm, 'ratings'>, verdicts: readonly Verdict[]): ReportVerdict[] {
  const first = new Map(firstWords(verdicts).map((verdict) => [verdict.author.id, verdict]))
  const name = (key: string | null) => ratingOf(form, key)?.name ?? null
  return lastWords(verdicts)
    .map((last) => {
      const { author, kind, likelihood, confidence, misleading, text } = last
      const before = first.get(author.id)
      const revised = before && before.id !== last.id && before.kind === 'judged'
      return {
        ...{ person: author, kind, rating: name(last.rating), likelihood, confidence, misleading, text },
        first: revised ? { rating: name(before.rating), likelihood: before.likelihood } : null,
      }
    })
    .sort((a, b) => a.person.name.localeCompare(b.person.name) || (a.person.id < b.person.id ? -1 : 1))
}
