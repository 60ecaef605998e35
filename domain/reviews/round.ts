import { z } from 'zod'
import { ClaimState, ClaimType, Reason } from '../claims/claim'
import { Id, Moment, NewId, Version } from '../endpoint'
import { Person } from '../people/person'
import { Verdict } from './verdict'

/** How many may be asked for a verdict in one round. */
export const MOST_REVIEWERS = 20

const distinct = (ids: string[]) => new Set(ids).size === ids.length

const Reviewers = z
  .array(Id)
  .min(1, 'Please choose who is to judge.')
  .max(MOST_REVIEWERS, `Please choose at most ${MOST_REVIEWERS} reviewers.`)
  .refine(distinct, 'Someone is named twice.')

const Asking = {
  reviewerIds: Reviewers,
  /** How many must have judged, or said that they can't, for a reveal at the due date; recusals don't count. */
  quorum: z.int().min(1).max(MOST_REVIEWERS),
  dueAt: Moment.nullable().default(null),
}

const reachable = ({ quorum, reviewerIds }: { quorum: number; reviewerIds: string[] }) => quorum <= reviewerIds.length
const unreachable = { path: ['quorum'], error: 'The quorum can’t be larger than the number of reviewers.' }

/** One sealed round for each of these claims, with the same reviewers. */
export const ReviewDraft = z
  .strictObject({
    id: NewId,
    claimIds: z.array(Id).min(1).max(50).refine(distinct, 'A claim is named twice.'),
    ...Asking,
  })
  .refine(reachable, unreachable)
export type ReviewDraft = z.infer<typeof ReviewDraft>

/** A further round on a claim, sealed again or in the open. */
export const RoundDraft = z.strictObject({ id: NewId, ...Asking, sealed: z.boolean() }).refine(reachable, unreachable)
export type RoundDraft = z.infer<typeof RoundDraft>

/** An objection on the fast lane opens a review; who pressed a key before, and who objects, are asked for verdicts. */
export const Objection = z.strictObject({ id: NewId, reason: Reason })
export type Objection = z.infer<typeof Objection>

/** Someone is asked too, or dropped; who is added comes in the place of who is dropped. */
export const ReviewerChange = z
  .strictObject({ version: Version, add: Id.nullable(), drop: Id.nullable(), reason: Reason })
  .refine(({ add, drop }) => add !== drop, 'Please name who is asked too, or who is dropped.')
export type ReviewerChange = z.infer<typeof ReviewerChange>

/** A round that is revealed shows all; one that was cancelled stays as sealed as it was. */
export const RoundState = z.enum(['open', 'revealed', 'cancelled'])

/**
 * A reviewer as the reader may know them: whether they submitted is told to who follows the round, in the open, and after
 * the reveal. Who was dropped is waited for no longer; what they had submitted before counts.
 */
export const Reviewer = z.strictObject({
  person: Person,
  dropped: z.boolean(),
  droppedFor: z.string(),
  replacedBy: Person.nullable(),
  submitted: z.boolean().nullable(),
  /** Comments about it that they had written, and others' that they had seen, before they were asked; null until the reveal. */
  exposure: z.strictObject({ written: z.int(), seen: z.int() }).nullable(),
})
export type Reviewer = z.infer<typeof Reviewer>

export const FormOfRound = z.strictObject({
  asks: z.string(),
  ratings: z.array(z.strictObject({ key: z.string(), name: z.string(), value: z.int().nullable() })),
  level: z.enum(['ordinal', 'nominal']).nullable(),
  likelihood: z.enum(['required', 'optional', 'none']),
  misleading: z.boolean(),
  details: z.array(z.enum(['searches', 'deadline', 'settles', 'alternatives'])),
  rated: z.boolean(),
})

export const Round = z.strictObject({
  id: Id,
  reviewId: Id,
  projectId: Id,
  claimId: Id,
  number: z.int(),
  /** What is judged: the wording that the round pins. */
  statement: z.string(),
  type: ClaimType,
  claimState: ClaimState,
  claimVersion: z.int(),
  form: FormOfRound,
  sealed: z.boolean(),
  state: RoundState,
  quorum: z.int(),
  dueAt: Moment.nullable(),
  openedBy: Person,
  openedAt: Moment,
  closedAt: Moment.nullable(),
  /** What was said against it on the fast lane: told to who said it, and to all with the verdicts. */
  objection: z.string(),
  /** Why it was cancelled. */
  reason: z.string(),
  version: Version,
  reviewers: z.array(Reviewer),
  /** My own verdict, always mine to read. */
  mine: Verdict.nullable(),
  /** Whether it waits for a verdict of mine. */
  asksMe: z.boolean(),
  /** All verdicts once they are revealed (or as they come, in the open); before, nobody’s but one’s own. */
  verdicts: z.array(Verdict),
  split: z.number().nullable(),
})
export type Round = z.infer<typeof Round>
