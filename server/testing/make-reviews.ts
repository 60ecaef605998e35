import { v7 } from 'uuid'
import type { Actor } from '@/domain/permissions/policy'
import type { ReviewDraft, Round, RoundDraft } from '@/domain/reviews/round'
import type { Verdict, VerdictDraft } from '@/domain/reviews/verdict'
import { db } from '../db'
import { openReview } from '../reviews/open-review'
import { reviewAgain } from '../reviews/review-again'
import { submitVerdict } from '../reviews/submit-verdict'
import { says, writing } from './make-world'

type Judgement = Extract<VerdictDraft, { kind: 'judged' }>
type Asking = Pick<RoundDraft, 'reviewerIds' | 'quorum' | 'dueAt'>

/** What is asked of these reviewers: all of them are its quorum, at no certain time. */
const asking = (reviewers: readonly Actor[]): Asking => {
  const reviewerIds = reviewers.map(({ id }) => id)
  return { reviewerIds, quorum: reviewerIds.length, dueAt: null }
}

/** A draft of a review of claims, as the door would parse it. */
export function reviewDraft(claimIds: string[], reviewers: readonly Actor[], more: Partial<ReviewDraft> = {}) {
  return { id: v7(), claimIds, ...asking(reviewers), ...more }
}

/** A verdict on a fact, as the door would parse it. */
export function judgement(more: Partial<Judgement> = {}): Judgement {
  const details = { searches: [], deadline: '', settles: '', alternatives: '' }
  const judged = { rating: 'true', likelihood: null, confidence: 'moderate', misleading: '', details } as const
  return { kind: 'judged', id: v7(), ...judged, rationale: says('The annex says so.'), evidenceIds: [], ...more }
}

/** A sealed round on one claim, through the service. */
export async function makeReview(
  by: Actor,
  claim: { id: string; projectId: string },
  reviewers: readonly Actor[],
  more: Partial<ReviewDraft> = {},
): Promise<Round> {
  const { items } = await openReview(writing(by), claim.projectId, reviewDraft([claim.id], reviewers, more))
  return items[0] as Round
}

/** A further round on a claim, in the open unless said otherwise, through the service. */
export async function makeFurther(
  by: Actor,
  claim: { id: string },
  reviewers: readonly Actor[],
  more: Partial<RoundDraft> = {},
): Promise<Round> {
  return reviewAgain(writing(by), claim.id, { id: v7(), sealed: false, ...asking(reviewers), ...more })
}

/** A judgement with this rating, through the service. */
export function judge(by: Actor, round: { id: string }, more: Partial<Judgement> = {}): Promise<Verdict> {
  return submitVerdict(writing(by), round.id, judgement(more))
}

/** That someone can't judge, or recuses themselves, through the service. */
export function decline(by: Actor, round: { id: string }, kind: 'unable' | 'recused' = 'recused'): Promise<Verdict> {
  return submitVerdict(writing(by), round.id, { kind, id: v7(), reason: 'I wrote about it myself.' })
}

/** Lets the due date of a round come. */
export async function makeDue({ id }: { id: string }): Promise<void> {
  await db.round.update({ where: { id }, data: { dueAt: new Date(Date.now() - 1000) } })
}
