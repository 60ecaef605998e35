import { z } from 'zod'
import { ClaimState, ClaimType, Reason } from '../claims/claim'
import { Confidence, Likelihood } from '../claims/likelihood-schema'
import { Disposition, Strength } from '../claims/relation'
import { keysOf } from '../claims/words'
import { Id, Moment, NewId, prose, Version } from '../endpoint'
import { Person } from '../people/person'
import { FormOfRound } from '../reviews/round'
import { Verdict } from '../reviews/verdict'
import { CommentJson, ThreadState } from '../threads/thread'
import { BASES } from './words'

export const Basis = z.enum(keysOf(BASES))

/** How several likelihoods are made into one (domain/claims/pooling.ts); kept with the finding, so that it can be remade. */
export const Pooling = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('median') }),
  z.strictObject({ method: z.literal('mean') }),
  z.strictObject({ method: z.literal('log-odds mean'), exponent: z.number().min(0.1).max(5) }),
])

/** What a finding says. Of a document it has no rating; its summary is the overall assessment. */
export const FindingContent = z.strictObject({
  rating: z.string().max(40).nullable().default(null),
  pooling: Pooling.default({ method: 'log-odds mean', exponent: 1 }),
  /** Likelihood in percent, where the writers depart from the pooled one; null to take that. */
  likelihood: Likelihood.nullable().default(null),
  confidence: Confidence.nullable().default(null),
  basis: Basis.nullable().default(null),
  summary: CommentJson.nullable().default(null),
  assumptions: prose(4000).default(''),
  gaps: prose(4000).default(''),
  /** What would change it. */
  indicators: prose(4000).default(''),
})
export type FindingContent = z.infer<typeof FindingContent>

/** A finding is begun about a claim whose verdicts are revealed (or that was cleared), or about a document. */
export const FindingDraft = z
  .strictObject({ id: NewId, claimId: Id.nullable().default(null), documentId: Id.nullable().default(null) })
  .refine(({ claimId, documentId }) => (claimId === null) !== (documentId === null), 'Name a claim or a document.')
export type FindingDraft = z.infer<typeof FindingDraft>

const dissenting = {
  rating: z.string().max(40).nullable().default(null),
  likelihood: Likelihood.nullable().default(null),
  confidence: Confidence.nullable().default(null),
  json: CommentJson,
}
export const DissentDraft = z.strictObject({ id: NewId, ...dissenting })
export type DissentDraft = z.infer<typeof DissentDraft>
export const DissentChange = z.strictObject({ version: Version, ...dissenting })
export type DissentChange = z.infer<typeof DissentChange>

export const Dissent = z.strictObject({
  id: Id,
  findingId: Id,
  author: Person,
  rating: z.string().nullable(),
  likelihood: z.int().nullable(),
  confidence: Confidence.nullable(),
  json: CommentJson,
  version: Version,
  createdAt: Moment,
  updatedAt: Moment,
})
export type Dissent = z.infer<typeof Dissent>

export const PooledFigure = z.strictObject({
  method: z.enum(['median', 'mean', 'log-odds mean']),
  exponent: z.number().optional(),
  judges: z.int(),
  value: z.number(),
})

const GroundClaim = z.strictObject({ id: Id, statement: z.string(), type: ClaimType, state: ClaimState })

/** What a finding about a document stood on: the claims in it, what was looked at in how many sentences, its conflicts. */
export const DocumentGrounds = z.strictObject({
  claims: z.array(GroundClaim),
  coverage: z.strictObject({ claimed: z.int(), cleared: z.int(), unseen: z.int() }),
  conflicts: z.array(
    z.strictObject({
      id: Id,
      strength: Strength,
      disposition: Disposition,
      reason: z.string(),
      from: z.strictObject({ claimId: Id, statement: z.string() }),
      to: z.strictObject({ claimId: Id, statement: z.string() }),
    }),
  ),
})
export type DocumentGrounds = z.infer<typeof DocumentGrounds>

/** What a published finding stood on, as it was on that day: kept whole, so that nothing later changes it. */
export const Grounds = z.strictObject({
  /** The claim as it was worded, or the title of the document. */
  statement: z.string(),
  type: ClaimType.nullable(),
  form: FormOfRound.nullable(),
  /** All that were revealed about these words, by round: each reviewer's first one, and each revision. */
  verdicts: z.array(Verdict),
  pooled: PooledFigure.nullable(),
  /** Sentences about agreement that go with it, and the figures behind them. */
  agreement: z.array(z.strictObject({ name: z.string(), value: z.number().nullable(), says: z.string() })),
  signed: z.array(Person),
  dissents: z.array(Dissent),
  document: DocumentGrounds.optional(),
})
export type Grounds = z.infer<typeof Grounds>

export const FindingVersion = z.strictObject({
  id: Id,
  number: z.int(),
  content: FindingContent,
  grounds: Grounds,
  reason: z.string(),
  retracts: z.boolean(),
  adjudication: z.string(),
  publishedBy: Person,
  publishedAt: Moment,
  overruled: z.array(
    z.strictObject({ person: Person, reason: z.string(), answer: z.string(), answeredAt: Moment.nullable() }),
  ),
})
export type FindingVersion = z.infer<typeof FindingVersion>

export const FindingState = z.enum(['draft', 'published', 'retracted'])
export type FindingState = z.infer<typeof FindingState>

export const Finding = z.strictObject({
  id: Id,
  workspaceId: Id,
  projectId: Id,
  claim: z.strictObject({ id: Id, statement: z.string(), type: ClaimType, state: ClaimState }).nullable(),
  document: z.strictObject({ id: Id, title: z.string() }).nullable(),
  state: FindingState,
  /** The draft as it stands now. */
  content: FindingContent,
  /** Whether the draft says something that is not published yet. */
  changed: z.boolean(),
  /** The newest published version; null before the first. */
  published: FindingVersion.nullable(),
  version: Version,
  updatedBy: Person,
  updatedAt: Moment,
  createdAt: Moment,
  /** Who signed the draft as it stands, who may, and how many signatures the project asks for. */
  signed: z.array(Person),
  reviewers: z.array(Person),
  signOffs: z.int(),
  adjudicates: z.boolean(),
  dissents: z.array(Dissent),
  /** Of the newest revealed verdicts of each reviewer. */
  pooled: PooledFigure.nullable(),
  /** Sources that it rests on and that were retracted since. */
  retractedSources: z.array(z.strictObject({ id: Id, name: z.string() })),
  thread: ThreadState,
})
export type Finding = z.infer<typeof Finding>

export const Publishing = z.strictObject({
  version: Version,
  /** Why it is published with fewer signatures than the project asks for; empty otherwise. */
  adjudication: prose(2000).default(''),
  /** What those read whose rating it does not follow. */
  overruling: prose(2000).default(''),
  /** Why it is published anew, where a version of it was published before; empty for the first. */
  reason: prose(2000).default(''),
})
export type Publishing = z.infer<typeof Publishing>

export const Correcting = z.strictObject({ ...Publishing.shape, reason: Reason })
