import { z } from 'zod'
import { PartialDate, Reason } from '../claims/claim'
import { Confidence, Likelihood } from '../claims/likelihood-schema'
import { Id, line, Moment, NewId, prose } from '../endpoint'
import { Person } from '../people/person'
import { CommentJson } from '../threads/thread'

/** Where and when one looked for something that is said not to be there. */
export const Search = z.strictObject({ where: line(300), when: PartialDate, found: prose(500).default('') })

/** What some forms ask for besides; which ones, the form says (domain/claims/forms.ts). */
export const VerdictDetails = z.strictObject({
  searches: z.array(Search).max(30).default([]),
  /** By when a prediction must have come true, and what would settle it. */
  deadline: PartialDate.default(''),
  settles: prose(1000).default(''),
  /** What else may have brought it about. */
  alternatives: prose(2000).default(''),
})
export type VerdictDetails = z.infer<typeof VerdictDetails>

/** What a reviewer hands in, held against the round's form by `wrongIn` (domain/reviews/check.ts). It can't be changed. */
export const VerdictDraft = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('judged'),
    id: NewId,
    rating: z.string().max(40).nullable(),
    likelihood: Likelihood.nullable(),
    confidence: Confidence,
    /** Why it is misleading; empty if it is not. */
    misleading: prose(2000).default(''),
    details: VerdictDetails.prefault({}),
    rationale: CommentJson,
    evidenceIds: z.array(Id).max(100).default([]),
  }),
  z.strictObject({ kind: z.literal('unable'), id: NewId, reason: Reason }),
  z.strictObject({ kind: z.literal('recused'), id: NewId, reason: Reason }),
])
export type VerdictDraft = z.infer<typeof VerdictDraft>

export const VerdictKind = z.enum(['judged', 'unable', 'recused'])

/** A verdict, to those who may read it: its author, and after the reveal everyone. */
export const Verdict = z.strictObject({
  id: Id,
  roundId: Id,
  claimId: Id,
  /** The number of its round. */
  round: z.int(),
  author: Person,
  kind: VerdictKind,
  rating: z.string().nullable(),
  likelihood: z.int().nullable(),
  confidence: Confidence.nullable(),
  misleading: z.string(),
  details: VerdictDetails,
  rationale: CommentJson.nullable(),
  /** The rationale as plain words; of who could not judge or recused themselves, the reason. */
  text: z.string(),
  evidenceIds: z.array(Id),
  createdAt: Moment,
  held: z.boolean(),
})
export type Verdict = z.infer<typeof Verdict>
