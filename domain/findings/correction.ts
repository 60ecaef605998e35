import { z } from 'zod'
import { PartialDate, Passage } from '../claims/claim'
import { Id, Moment, NewId, prose, Version } from '../endpoint'
import { Person } from '../people/person'

const Said = {
  problem: prose(2000).pipe(z.string().min(1, 'Please say what is wrong.')),
  proposed: prose(4000).default(''),
}
export const CorrectionDraft = z.strictObject({
  id: NewId,
  annotationId: Id,
  claimId: Id.nullable().default(null),
  ...Said,
})
export const CorrectionChange = z.strictObject({ version: Version, ...Said })

/** What the author of a document should change. */
export const Correction = z.strictObject({
  id: Id,
  passage: Passage,
  claim: z.strictObject({ id: Id, statement: z.string() }).nullable(),
  problem: z.string(),
  proposed: z.string(),
  author: Person,
  version: Version,
  createdAt: Moment,
  sentAt: Moment.nullable(),
})
export type Correction = z.infer<typeof Correction>

/** How the world settled a prediction; null where nothing could settle it. */
export const OutcomeDraft = z.strictObject({
  version: z.int().nonnegative(),
  happened: z.boolean().nullable(),
  settledOn: PartialDate.pipe(z.string().min(1, 'Please say when it was settled.')),
  note: prose(2000).default(''),
})
export const Outcome = z.strictObject({
  claimId: Id,
  happened: z.boolean().nullable(),
  settledOn: z.string(),
  note: z.string(),
  version: Version,
  recordedBy: Person,
  recordedAt: Moment,
})
export type Outcome = z.infer<typeof Outcome>

const score = z.strictObject({ score: z.number(), predictions: z.int() })
/** Brier scores, 0 (best) to 1. One's own is told to oneself alone; the team's to all. */
export const Scores = z.strictObject({
  mine: score.nullable(),
  team: z
    .strictObject({
      individuals: z.number(),
      pooled: z.number(),
      predictions: z.int(),
      forecasts: z.int(),
      people: z.int(),
    })
    .nullable(),
})
export type Scores = z.infer<typeof Scores>
