import { authorise } from '@/domain/permissions/authorise'
import { can, type Actor, type Permission } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Round } from '@/domain/reviews/round'
import { findClaim } from '../claims/find-claim'
import { db, empty, sql, type Tx } from '../db'

/** What the policy and the changes of a round turn on, for the one who asks. */
export type RoundFacts = Pick<
  Round,
  'id' | 'projectId' | 'claimId' | 'number' | 'form' | 'state' | 'quorum' | 'version'
> & {
  workspaceId: string
  /** Null of a round in the open. */
  sealId: string | null
  dueAt: Date | null
  /** Who opened it. */
  authorId: string
  /** Whether the one who asks is a reviewer now, and whether they have ever been one. */
  reviewer: boolean
  asked: boolean
}

/**
 * The facts about a round as they are for `actor`, or null. With `tx` its claim is locked and then the round, until the
 * transaction ends: whoever submits to it or changes it holds both, so that nothing comes between the last verdict and
 * the reveal. The seal, and what it holds, come after them.
 */
export async function findRound(actor: Actor, roundId: string, tx?: Tx): Promise<RoundFacts | null> {
  if (tx) await lockClaim(tx, roundId)
  const [row] = await (tx ?? db).$queryRaw<RoundFacts[]>`
    SELECT n.id, n."workspaceId", n."projectId", n."claimId", n.number, n.form, n."sealId", n.state::text AS state, n.quorum,
      n."dueAt", n."openedById" AS "authorId", n.version,
      rr."userId" IS NOT NULL AND rr."droppedAt" IS NULL AS reviewer, rr."userId" IS NOT NULL AS asked
    FROM "Round" n LEFT JOIN "RoundReviewer" rr ON rr."roundId" = n.id AND rr."userId" = ${actor.id}::uuid
    WHERE n.id = ${roundId}::uuid ${tx ? sql`FOR NO KEY UPDATE OF n` : empty}`
  return row ?? null
}

async function lockClaim(tx: Tx, roundId: string): Promise<void> {
  const round = await tx.round.findUnique({ where: { id: roundId }, select: { claimId: true } })
  if (round) await findClaim(round.claimId, tx)
}

/** Like `authorise`, of a round. */
export function authoriseRound(
  actor: Actor,
  permission: Permission,
  found: RoundFacts | null,
): asserts found is RoundFacts {
  authorise(actor, permission, found && asJudgedBy(permission, found), 'round')
}

/** Whether the actor may know who has submitted: they opened the round and have never been asked in it. */
export function follows(actor: Actor, round: RoundFacts): boolean {
  return can(actor, 'round:follow', asJudgedBy('round:follow', round))
}

/** Whoever was asked once does not follow the round, also if they were dropped. */
const asJudgedBy = (permission: Permission, round: RoundFacts): RoundFacts =>
  permission === 'round:follow' ? { ...round, reviewer: round.asked } : round

const CLOSED: Readonly<Record<Exclude<RoundFacts['state'], 'open'>, string>> = {
  revealed: 'This round is revealed, and what was submitted stays as it is. A further round can add to it.',
  cancelled: 'This round was cancelled. A new one can be opened.',
}

/** Refuses what is done in open rounds only. */
export function requireOpen({ state }: RoundFacts): void {
  if (state !== 'open') throw new Refusal('conflict', CLOSED[state])
}
