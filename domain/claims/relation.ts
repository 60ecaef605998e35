import { z } from 'zod'
import { Id, Moment, NewId, prose, Version } from '../endpoint'
import { Person } from '../people/person'
import { ThreadState } from '../threads/thread'
import { ClaimState, ClaimType, Passage } from './claim'
import { DISPOSITIONS, keysOf, RELATIONS, STRENGTHS } from './words'

export const RelationKind = z.enum(keysOf(RELATIONS))
export const Strength = z.enum(keysOf(STRENGTHS))
export const Disposition = z.enum(keysOf(DISPOSITIONS))

const STRENGTH_MISSING = 'A conflict has a strength, and nothing else has one.'

/** Two claims of a project, and how the first stands to the second. The annotations say in which passages that shows. */
export const RelationDraft = z
  .strictObject({
    id: NewId,
    kind: RelationKind,
    fromId: Id,
    toId: Id,
    fromAnnotationId: Id.nullable().default(null),
    toAnnotationId: Id.nullable().default(null),
    strength: Strength.nullable().default(null),
    reason: prose(2000).default(''),
  })
  .refine(({ fromId, toId }) => fromId !== toId, 'A claim is not related to itself.')
  .refine(({ kind, strength }) => (kind === 'conflicts') === (strength !== null), STRENGTH_MISSING)
export type RelationDraft = z.infer<typeof RelationDraft>

/** What became of a conflict. Whatever is not open takes a reason. */
export const Settling = z
  .strictObject({ version: Version, strength: Strength, disposition: Disposition, reason: prose(2000) })
  .refine(({ disposition, reason }) => disposition === 'open' || reason !== '', {
    path: ['reason'],
    error: 'Please say why it is settled so.',
  })

/** One end of a relation: its claim, and the passage in which it shows, if the reader may see it. */
export const RelationEnd = z.strictObject({
  claimId: Id,
  statement: z.string(),
  type: ClaimType,
  state: ClaimState,
  passage: Passage.nullable(),
})
export type RelationEnd = z.infer<typeof RelationEnd>

export const Relation = z.strictObject({
  id: Id,
  projectId: Id,
  kind: RelationKind,
  from: RelationEnd,
  to: RelationEnd,
  strength: Strength.nullable(),
  disposition: Disposition.nullable(),
  reason: z.string(),
  settledBy: Person.nullable(),
  settledAt: Moment.nullable(),
  author: Person,
  version: Version,
  createdAt: Moment,
  held: z.boolean(),
  thread: ThreadState,
})
export type Relation = z.infer<typeof Relation>
