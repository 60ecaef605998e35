import type { Confidence } from '@/domain/claims/likelihood'
import type { ContentNode } from '@/domain/documents/content'
import { ratingOf } from '@/domain/claims/forms'
import { wrongIn, type Wrong } from '@/domain/reviews/check'
import type { Round } from '@/domain/reviews/round'
import type { VerdictDetails } from '@/domain/reviews/verdict'

/** A judgement that is being written, as it is kept in this browser. */
export type Written = {
  rating: string | null
  likelihood: number | null
  confidence: Confidence | null
  misleads: boolean
  misleading: string
  details: VerdictDetails
  rationale: ContentNode | null
  empty: boolean
  evidenceIds: readonly string[]
}

export const BLANK: Written = {
  ...{ rating: null, likelihood: null, confidence: null, misleads: false, misleading: '' },
  details: { searches: [], deadline: '', settles: '', alternatives: '' },
  ...{ rationale: null, empty: true, evidenceIds: [] },
}

type Form = Round['form']

/** Whether a likelihood goes with what is chosen: the form has one, and the rating does not stand apart. */
export function takesLikelihood(form: Form, rating: string | null): boolean {
  const apart = ratingOf(form, rating)?.value === null
  return form.likelihood !== 'none' && !apart
}

/** A judgement as it is sent: only what its form asks for. */
export function judgementOf(form: Form, written: Written) {
  const { rating, misleads, misleading, details, rationale, evidenceIds } = written
  return {
    rating,
    likelihood: takesLikelihood(form, rating) ? written.likelihood : null,
    misleading: form.misleading && misleads ? misleading.trim() : '',
    details: { ...details, searches: details.searches.filter(({ where }) => where.trim() !== '') },
    rationale: { ...(rationale ?? { content: [] }), type: 'doc' as const },
    evidenceIds: [...evidenceIds],
  }
}

/** What is missing or wrong, by field, in the words of the server where it would say so too. */
export function missingIn(form: Form, written: Written): Wrong[] {
  const { confidence, misleads, misleading, empty } = written
  const rules: [missing: boolean, field: string, message: string][] = [
    [confidence === null, 'confidence', 'Please say how good your grounds are.'],
    [form.misleading && misleads && misleading.trim() === '', 'misleading', 'Please say what misleads.'],
    [empty, 'rationale', 'Please give your reasons.'],
  ]
  const missing = rules.filter(([so]) => so).map(([, field, message]) => ({ field, message }))
  return [...wrongIn(form, judgementOf(form, written)), ...missing]
}
