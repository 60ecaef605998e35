import type { Input } from '@/domain/endpoints'
import type { Outcome } from '@/domain/findings/correction'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { authoriseClaim, findClaim } from '../claims/find-claim'
import { happenedTo } from '../claims/happened'
import { refusePinned, touchClaims } from '../claims/step'
import { db, sql, type Tx } from '../db'
import { record } from '../events'
import { person } from './person'

type Draft = Input<'PUT /claims/{claimId}/outcome'>['body']

/**
 * Records how the world settled a prediction, or says it better: version 0 for the first time. A stale change is refused
 * with both. It keeps the moment when it was first known here, before which forecasts were made.
 */
export async function recordOutcome(actor: Actor, claimId: string, { version, ...said }: Draft): Promise<Outcome> {
  return record(actor, async (tx) => {
    const claim = await findClaim(claimId, tx)
    authoriseClaim(actor, 'outcome:record', claim)
    refusePinned(claim)
    await requirePrediction(tx, claimId)
    const theirs = await findOutcome(claimId, tx)
    if ((theirs?.version ?? 0) !== version) {
      throw new Refusal('conflict', 'Its outcome was recorded meanwhile.', { theirs, yours: said })
    }
    const recorded = { ...said, version: version + 1, recordedById: actor.id }
    const first = { claimId, workspaceId: claim.workspaceId, ...recorded }
    await tx.outcome.upsert({ where: { claimId }, create: first, update: recorded })
    await touchClaims(tx, [claimId])
    const outcome = await findOutcome(claimId, tx)
    if (!outcome) throw new TypeError(`the outcome of claim ${claimId} is gone`)
    return { answer: outcome, happened: happenedTo(claim, 'outcome.recorded') }
  })
}

/** How a prediction was settled; null as long as that is not recorded. */
export async function getOutcome(actor: Actor, claimId: string): Promise<{ outcome: Outcome | null }> {
  authoriseClaim(actor, 'claim:read', await findClaim(claimId))
  return { outcome: await findOutcome(claimId) }
}

async function requirePrediction(tx: Tx, claimId: string): Promise<void> {
  const { type } = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, select: { type: true } })
  if (type !== 'prediction') throw new Refusal('conflict', 'This claim is no prediction: the world does not settle it.')
}

async function findOutcome(claimId: string, tx: Tx = db): Promise<Outcome | null> {
  const [row] = await tx.$queryRaw<(Omit<Outcome, 'recordedAt'> & { recordedAt: Date })[]>`
    SELECT o."claimId", o.happened, o."settledOn", o.note, o.version, ${person(sql`o."recordedById"`)} AS "recordedBy",
      o."recordedAt"
    FROM "Outcome" o WHERE o."claimId" = ${claimId}::uuid`
  return row ? { ...row, recordedAt: row.recordedAt.toISOString() } : null
}
