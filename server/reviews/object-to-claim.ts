import { v7 } from 'uuid'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Objection, Round } from '@/domain/reviews/round'
import { forgetKeys } from '../claims/clear-claim'
import { authoriseClaim, findClaim, type ClaimFacts } from '../claims/find-claim'
import { requireStep } from '../claims/step'
import type { Tx } from '../db'
import { record } from '../events'
import { judgesAmong } from './ask-reviewers'
import { toldOfRound } from './happened'
import { insertRound } from './insert-round'
import { readRound } from './present'

/** Two people would have cleared the claim, so two have to judge it. */
const QUORUM = 2

/**
 * The fast lane: someone disputes a claim. That opens a sealed round, in which they judge, and with them whoever pressed a
 * key for its present wording and still may. The reason is a part of their judgement: it is held until the reveal. Where
 * they are the only one, the round waits until they, or an admin, ask somebody too.
 */
export async function objectToClaim(actor: Actor, claimId: string, { id, reason }: Objection): Promise<Round> {
  return record(actor, async (tx) => {
    const claim = await findClaim(claimId, tx)
    authoriseClaim(actor, 'claim:object', claim)
    requireStep('object', claim)
    if (claim.held) throw new Refusal('conflict', 'Nobody else sees this claim before the reveal. Object to it then.')
    const { workspaceId, projectId } = claim
    const review = await tx.review.create({ data: { id: v7(), workspaceId, projectId, openedById: actor.id } })
    const asked = { reviewerIds: await reviewers(actor, tx, claim), quorum: QUORUM, dueAt: null, sealed: true }
    await insertRound(tx, claim, { id, reviewId: review.id, openedById: actor.id, ...asked, objection: reason })
    await forgetKeys(tx, claimId)
    return { answer: await readRound(actor, id, tx), happened: toldOfRound({ ...claim, claimId }, 'review.opened', id) }
  })
}

/** Who objects, and who pressed a key for what the claim says now. */
async function reviewers(actor: Actor, tx: Tx, { id: claimId, workspaceId, number }: ClaimFacts): Promise<string[]> {
  const keys = await tx.clearance.findMany({ where: { claimId, number }, select: { userId: true } })
  const judges = await judgesAmong(tx, workspaceId, keys.map(({ userId }) => userId)) // prettier-ignore
  return [...new Set([actor.id, ...judges])]
}
