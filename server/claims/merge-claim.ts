import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { sql, type Tx } from '../db'
import { record } from '../events'
import { happenedIn } from '../seals/happened-in'
import { copyOccurrences, refuseInPhases } from './copy-occurrences'
import { authoriseClaim, findClaims, type ClaimFacts } from './find-claim'
import { happenedTo } from './happened'
import { phasesAround } from './phases-around'
import { readClaim } from './present'
import { moveRelations } from './move-relations'
import { moveTo, refusePinned, requireStep, touchClaims } from './step'
import { requireOriginal } from './triage-claim'

/**
 * Merges a claim into another one that says the same, which gets its occurrences, relations and evidence, and is answered.
 * The merged one stays as a duplicate of it, with its wordings and its thread.
 */
export async function mergeClaim(actor: Actor, claimId: string, { into }: { into: string }): Promise<Claim> {
  return record(actor, async (tx) => {
    const phases = await phasesAround(tx, { claimIds: [claimId, into] })
    const claims = await findClaims([claimId, into], tx)
    const [found, original] = [claims.get(claimId), claims.get(into)]
    authoriseClaim(actor, 'claim:merge', found)
    const state = requireStep('merge', found)
    requireOriginal(actor, original, found)
    refusePinned(original)
    refuseHalfHeld(found, original)
    await refuseInPhases(tx, claimId, phases)
    await moveOccurrences(tx, claimId, into)
    const dropped = await moveRelations(tx, claimId, into)
    await tx.evidence.updateMany({ where: { claimId, removedAt: null }, data: { claimId: into } })
    await moveTo(tx, claimId, { state, reason: '', duplicateOfId: into })
    await touchClaims(tx, [into])
    const project = { kind: 'project', id: found.projectId } as const
    return {
      answer: await readClaim(actor, into, tx),
      happened: [
        happenedTo(found, 'claim.merged'),
        happenedTo(original, 'claim.merged', claimId),
        ...dropped.map((id) => happenedIn(project, found, 'relation.removed', id)),
      ],
    }
  })
}

/** What is held and what is not don't become one: others would see a part of it. */
function refuseHalfHeld(found: ClaimFacts, original: ClaimFacts): void {
  if (found.held !== original.held || (found.held && found.sealId !== original.sealId)) {
    throw new Refusal('conflict', 'One of these claims is held until the reveal. They can be merged after it.')
  }
}

/** The old rows stay, as removed: they tell where the merged claim occurred. */
async function moveOccurrences(tx: Tx, fromId: string, toId: string): Promise<void> {
  await copyOccurrences(tx, fromId, [toId])
  await tx.$executeRaw(sql`
    UPDATE "Occurrence" SET "removedAt" = ${new Date()} WHERE "claimId" = ${fromId}::uuid AND "removedAt" IS NULL`)
}
