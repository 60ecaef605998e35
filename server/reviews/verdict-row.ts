import type { VerdictDraft } from '@/domain/reviews/verdict'
import type { Prisma } from '@/prisma/client/client'
import { commentContent } from '../threads/comment-content'

type Row = Pick<Prisma.VerdictUncheckedCreateInput, 'rating' | 'likelihood' | 'confidence' | 'misleading'> & {
  id: string
  kind: VerdictDraft['kind']
  details: Prisma.InputJsonObject
  rationale?: Prisma.InputJsonObject
  text: string
}

const NO_DETAILS = { searches: [], deadline: '', settles: '', alternatives: '' }

/** A verdict as it is kept: what it judges and why, or why its author doesn't. The rationale is checked as a comment is. */
export function verdictRow(draft: VerdictDraft): Row {
  const { id, kind } = draft
  if (kind !== 'judged') return { id, kind, details: NO_DETAILS, text: draft.reason }
  const { rating, likelihood, confidence, misleading, details } = draft
  const { json, text } = commentContent(draft.rationale, 'rationale')
  return { id, kind, rating, likelihood, confidence, misleading: misleading || null, details, rationale: json, text }
}
