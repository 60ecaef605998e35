import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { MOST_REVIEWERS, type ReviewerChange, type Round } from '@/domain/reviews/round'
import { touchClaims } from '../claims/step'
import type { Tx } from '../db'
import { hasSubmitted } from './answered'
import { askReviewers, requireJudges } from './ask-reviewers'
import { concludeIfAnswered } from './conclude'
import { follows, type RoundFacts } from './find-round'
import { toldOfRound } from './happened'
import { manageRound } from './manage-round'

/**
 * Asks someone too, drops a reviewer who is missing, or puts one in another's place. If all who are asked then have
 * answered, the round is revealed with it.
 *
 * Who was dropped is waited for no longer; a verdict that they had submitted counts, and comes out with the others. So
 * those who may not know who has submitted can drop people too, once the round is due, and learn nothing by it.
 */
export function changeReviewers(actor: Actor, roundId: string, asked: ReviewerChange): Promise<Round> {
  return manageRound(actor, roundId, asked, async (tx, round, change) => {
    const reviewers = await readReviewers(tx, roundId)
    if (change.drop !== null) await requireMissing(actor, tx, round, reviewers, change.drop)
    if (change.add !== null) await requireNew(tx, round, reviewers, change.add)
    requireSome(reviewers, change)
    if (change.add !== null) await askReviewers(tx, round, [change.add])
    if (change.drop !== null) await drop(tx, round, { ...change, drop: change.drop })
    await tx.round.update({ where: { id: roundId }, data: { version: { increment: 1 } } })
    await touchClaims(tx, [round.claimId])
    const concluded = await concludeIfAnswered(actor, tx, round)
    return [...toldOfRound(round, 'round.reviewers-changed', roundId), ...concluded]
  })
}

type Reviewers = ReadonlyMap<string, { dropped: boolean }>

async function readReviewers(tx: Tx, roundId: string): Promise<Reviewers> {
  const rows = await tx.roundReviewer.findMany({ where: { roundId }, select: { userId: true, droppedAt: true } })
  return new Map(rows.map(({ userId, droppedAt }) => [userId, { dropped: droppedAt !== null }]))
}

async function requireMissing(
  actor: Actor,
  tx: Tx,
  round: RoundFacts,
  reviewers: Reviewers,
  userId: string,
): Promise<void> {
  if (reviewers.get(userId)?.dropped !== false) throw wrong('drop', 'This person is not asked in this round now.')
  if (round.sealId === null || follows(actor, round)) {
    if (!(await hasSubmitted(tx, round.id, userId))) return
    throw new Refusal('conflict', 'They have answered already, so nobody waits for them. What they submitted stays.')
  }
  if (round.dueAt === null || round.dueAt > new Date()) {
    throw new Refusal(
      'conflict',
      'Who is missing shows at the due date. Before that, only who opened the round and does not judge in it can drop someone.',
    )
  }
}

async function requireNew(tx: Tx, round: RoundFacts, reviewers: Reviewers, userId: string): Promise<void> {
  const before = reviewers.get(userId)
  if (before?.dropped) throw wrong('add', 'They were dropped from this round. They can judge in the next one.')
  if (before) throw wrong('add', 'They are asked in this round already.')
  if (userId === round.authorId) {
    throw wrong('add', 'Who opened the round sees who has submitted, and so can’t become a reviewer of it.')
  }
  await requireJudges(tx, round.workspaceId, [userId], 'add')
}

/** Nobody at all, or more than can be asked. */
function requireSome(reviewers: Reviewers, { add, drop }: ReviewerChange): void {
  const asked = [...reviewers.values()].filter(({ dropped }) => !dropped).length
  const then = asked + (add === null ? 0 : 1) - (drop === null ? 0 : 1)
  if (then === 0)
    throw wrong('drop', 'Nobody would be left to judge. Name someone in their place, or cancel the round.')
  if (then > MOST_REVIEWERS) throw wrong('add', `A round has at most ${MOST_REVIEWERS} reviewers.`)
}

async function drop(tx: Tx, round: RoundFacts, change: ReviewerChange & { drop: string }): Promise<void> {
  await tx.roundReviewer.update({
    where: { roundId_userId: { roundId: round.id, userId: change.drop } },
    data: { droppedAt: new Date(), droppedFor: change.reason, replacedById: change.add },
  })
}

function wrong(field: string, message: string): Refusal {
  return new Refusal('invalid', message, { fields: [{ field, message }] })
}
