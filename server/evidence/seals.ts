import type { Actor } from '@/domain/permissions/policy'
import type { ClaimFacts } from '../claims/find-claim'
import { sql, type Sql, type Tx } from '../db'

type Found = { sealId: string }

/** A sealed round `r` that is open, with its seal `s`. */
const openRounds = sql`"Round" r JOIN "Seal" s ON s.id = r."sealId" AND r.state = 'open'
  AND s."revealedAt" IS NULL AND s."cancelledAt" IS NULL`

/** Both stay as they are until the transaction ends, so that a reveal comes wholly before or after what is written in it. */
const heldOpen: Sql = sql`FOR SHARE OF r, s`

/**
 * The seal under which falls how anyone appraises evidence of a claim: the one that holds the claim itself, or that of the
 * sealed round which is open on it, whether they judge in it or not; null under none. The claim has to be locked.
 */
export async function sealOfAppraisals(tx: Tx, claim: ClaimFacts): Promise<string | null> {
  if (claim.held) return claim.sealId
  const [round] = await tx.$queryRaw<Found[]>(sql`
    SELECT r."sealId" FROM ${openRounds} WHERE r."claimId" = ${claim.id}::uuid ${heldOpen}`)
  return round?.sealId ?? null
}

/**
 * The seal under which falls how a person grades a source for itself: that of the oldest open round in which they judge a
 * claim with evidence of it; null under none.
 */
export async function sealOfGrades(actor: Actor, tx: Tx, sourceId: string): Promise<string | null> {
  const [round] = await tx.$queryRaw<Found[]>(sql`
    SELECT r."sealId" FROM ${openRounds}
    WHERE EXISTS (
        SELECT FROM "RoundReviewer" rr
        WHERE rr."roundId" = r.id AND rr."userId" = ${actor.id}::uuid AND rr."droppedAt" IS NULL)
      AND EXISTS (
        SELECT FROM "Evidence" e
        WHERE e."claimId" = r."claimId" AND e."sourceId" = ${sourceId}::uuid AND e."removedAt" IS NULL)
    ORDER BY r."openedAt", r.id LIMIT 1 ${heldOpen}`)
  return round?.sealId ?? null
}
