import { z } from 'zod'
import { Id, line, Moment, NewId, prose, Version } from '../endpoint'
import { Person } from '../people/person'
import { CLAIM_STATES } from './states'
import { CLAIM_TYPES, keysOf, PRIORITIES, STANCES, VOICES } from './words'

export const ClaimType = z.enum(keysOf(CLAIM_TYPES))
export const ClaimState = z.enum(keysOf(CLAIM_STATES))
export const Priority = z.enum(keysOf(PRIORITIES))
export const Stance = z.enum(keysOf(STANCES))
export const Voice = z.enum(keysOf(VOICES))

export const Statement = line(1000)
/** A day, or as much of one as is known: 2025, 2025-08, 2025-08-04; empty for unknown. */
export const PartialDate = z
  .string()
  .regex(
    /^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/,
    'Please write a date as 2025, 2025-08 or 2025-08-04.',
  )
/** What a word of the statement is fixed to mean. */
export const Term = z.strictObject({ term: line(80), meaning: line(300) })
const Terms = z.array(Term).max(12, 'Please fix at most 12 terms.')
const shortLine = z.union([z.literal(''), line(200)])

/** What a claim says: a change of any of it is a new version. */
export const ClaimContent = z.strictObject({
  type: ClaimType,
  statement: Statement,
  terms: Terms.default([]),
  /** When it is to hold, in words: "early August 2025". */
  asOf: shortLine.default(''),
  claimant: shortLine.default(''),
  claimedOn: PartialDate.default(''),
})
export type ClaimContent = z.infer<typeof ClaimContent>

/** How a passage stands to a claim: the same when it is proposed and when it is changed. */
const Reading = { stance: Stance, voice: Voice, attributedTo: shortLine.default('') }

/** A passage to be taken as an occurrence. `share` consents to showing a private annotation to the team. */
export const OccurrenceDraft = z.strictObject({
  id: NewId,
  annotationId: Id,
  ...Reading,
  share: z.boolean().default(false),
})
export type OccurrenceDraft = z.infer<typeof OccurrenceDraft>
export const OccurrenceChange = z.strictObject({ version: Version, ...Reading })

export const ClaimDraft = z.strictObject({
  id: NewId,
  ...ClaimContent.shape,
  priority: Priority.default('normal'),
  occurrences: z.array(OccurrenceDraft).max(20).default([]),
})
export type ClaimDraft = z.infer<typeof ClaimDraft>

/** A passage as it is shown away from its document. */
export const Passage = z.strictObject({
  annotationId: Id,
  documentId: Id,
  documentTitle: z.string(),
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  /** As they are cited; empty without pages. */
  pages: z.string(),
})
export type Passage = z.infer<typeof Passage>

export const Occurrence = z.strictObject({
  id: Id,
  claimId: Id,
  passage: Passage,
  stance: Stance,
  voice: Voice,
  attributedTo: z.string(),
  author: Person,
  version: Version,
  createdAt: Moment,
  /** The reader's own, held until a reveal. */
  held: z.boolean(),
  /** Whether the same passage is cited as evidence for this very claim. */
  circular: z.boolean(),
})
export type Occurrence = z.infer<typeof Occurrence>

/** A claim as its readers see it; counts and what is mine are of the one who reads. */
export const Claim = z.strictObject({
  id: Id,
  workspaceId: Id,
  projectId: Id,
  ...ClaimContent.shape,
  number: z.int(),
  state: ClaimState,
  reason: z.string(),
  priority: Priority,
  split: z.number().nullable(),
  duplicateOf: z.strictObject({ id: Id, statement: z.string() }).nullable(),
  splitFrom: z.strictObject({ id: Id, statement: z.string() }).nullable(),
  author: Person,
  version: Version,
  createdAt: Moment,
  activeAt: Moment,
  held: z.boolean(),
  occurrences: z.int(),
  conflicts: z.int(),
  /** Whether I pressed the key of the fast lane for this wording. Others' keys are not told. */
  iCleared: z.boolean(),
  /** The open round, if there is one, and whether it waits for my verdict. */
  openRound: z.strictObject({ id: Id, mine: z.boolean() }).nullable(),
  findingId: Id.nullable(),
})
export type Claim = z.infer<typeof Claim>

export const ClaimVersion = z.strictObject({
  id: Id,
  number: z.int(),
  ...ClaimContent.shape,
  author: Person,
  createdAt: Moment,
})
export type ClaimVersion = z.infer<typeof ClaimVersion>

/** A claim that is like what someone is about to propose: by its words (0 to 1), or since it stands in the same passage. */
export const SimilarClaim = z.strictObject({
  id: Id,
  statement: z.string(),
  type: ClaimType,
  state: ClaimState,
  likeness: z.number(),
  samePassage: z.boolean(),
})
export type SimilarClaim = z.infer<typeof SimilarClaim>

/** A claim that stands on an annotation, as the reader's cards and coverage show it. */
export const ClaimMark = z.strictObject({
  annotationId: Id,
  occurrenceId: Id,
  claimId: Id,
  statement: z.string(),
  type: ClaimType,
  state: ClaimState,
  stance: Stance,
})
export type ClaimMark = z.infer<typeof ClaimMark>

export const Reason = prose(2000).pipe(z.string().min(1, 'Please say why.'))
