import type { Claim } from '@/domain/claims/claim'
import { EDITABLE } from '@/domain/claims/states'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { sql, type Tx } from '../db'
import { record } from '../events'
import { authoriseClaim, findClaim, type ClaimFacts } from './find-claim'
import { happenedTo } from './happened'
import { readClaim } from './present'
import { refusePinned, touchClaims } from './step'

/** Removes a claim that nothing rests on: nobody has judged it, and no finding is written about it. */
export async function removeClaim(actor: Actor, claimId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const found = await findClaim(claimId, tx)
    authoriseClaim(actor, 'claim:remove', found)
    refusePinned(found)
    await requireNothingRestsOn(tx, found)
    await setDeleted(tx, claimId, new Date())
    return { answer: { done: true }, happened: happenedTo(found, 'claim.removed') }
  })
}

/** Undoes the removal of a claim, for those who may remove it; for all others it does not exist. */
export async function restoreClaim(actor: Actor, claimId: string): Promise<Claim> {
  return record(actor, async (tx) => {
    const found = await findClaim(claimId, tx)
    authoriseClaim(actor, 'claim:remove', found, { orDeleted: true })
    if (!found.deleted) throw new Refusal('conflict', 'This claim is not removed.')
    await setDeleted(tx, claimId, null)
    await touchClaims(tx, [claimId])
    return { answer: await readClaim(actor, claimId, tx), happened: happenedTo(found, 'claim.restored') }
  })
}

async function setDeleted(tx: Tx, claimId: string, at: Date | null): Promise<void> {
  await tx.claim.update({ where: { id: claimId }, data: { deletedAt: at } })
}

async function requireNothingRestsOn(tx: Tx, { id, state }: ClaimFacts): Promise<void> {
  const [rests] = await tx.$queryRaw<{ on: boolean }[]>(sql`
    SELECT EXISTS (SELECT FROM "Round" WHERE "claimId" = ${id}::uuid)
      OR EXISTS (SELECT FROM "Finding" WHERE "claimId" = ${id}::uuid) AS "on"`)
  if (rests?.on || !EDITABLE.includes(state)) {
    throw new Refusal('conflict', 'This claim stays: it was settled or judged, or a finding is written about it.')
  }
}
