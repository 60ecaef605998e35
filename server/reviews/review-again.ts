import { v7 } from 'uuid'
import { stepOf } from '@/domain/claims/states'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Round, RoundDraft } from '@/domain/reviews/round'
import { authoriseClaim, findClaim, type ClaimFacts } from '../claims/find-claim'
import { requireStep } from '../claims/step'
import type { Tx } from '../db'
import { record } from '../events'
import { requireJudges } from './ask-reviewers'
import { toldOfRound } from './happened'
import { insertRound } from './insert-round'
import { readRound } from './present'

/**
 * Opens a further round on a claim whose verdicts were revealed, sealed again or in the open. It adds verdicts, and
 * changes none. In the open is only what was judged independently before, in these very words.
 */
export async function reviewAgain(actor: Actor, claimId: string, draft: RoundDraft): Promise<Round> {
  return record(actor, async (tx) => {
    const claim = await findClaim(claimId, tx)
    authoriseClaim(actor, 'review:open', claim)
    requireFurther(claim)
    if (!draft.sealed) await requireIndependentFirst(tx, claim)
    await requireJudges(tx, claim.workspaceId, draft.reviewerIds, 'reviewerIds')
    const reviewId = await reviewOf(actor, tx, claim)
    await insertRound(tx, claim, { ...draft, reviewId, openedById: actor.id })
    return {
      answer: await readRound(actor, draft.id, tx),
      happened: toldOfRound({ ...claim, claimId }, 'review.opened', draft.id),
    }
  })
}

function requireFurther(claim: ClaimFacts): void {
  if (stepOf('review', claim.state)) {
    throw new Refusal('conflict', 'Nothing was revealed of this claim since it was opened. Open a review of it first.')
  }
  requireStep('review again', claim)
}

/** What the team talked over before anyone had judged these words alone is not judged in the open. */
async function requireIndependentFirst(tx: Tx, { id: claimId, number }: ClaimFacts): Promise<void> {
  const first = await tx.round.findFirst({
    where: { claimId, state: 'revealed', sealId: { not: null }, claimVersion: { number } },
    select: { id: true },
  })
  if (!first) {
    throw new Refusal('conflict', 'Nobody has judged this wording independently yet. Its first round is a sealed one.')
  }
}

/** A further round belongs to the review of the one before; where there is none, it begins one. */
async function reviewOf(actor: Actor, tx: Tx, { id: claimId, workspaceId, projectId }: ClaimFacts): Promise<string> {
  const before = await tx.round.findFirst({
    where: { claimId },
    orderBy: { number: 'desc' },
    select: { reviewId: true },
  })
  if (before) return before.reviewId
  const { id } = await tx.review.create({ data: { id: v7(), workspaceId, projectId, openedById: actor.id } })
  return id
}
