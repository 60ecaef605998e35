import type { Occurrence, OccurrenceDraft } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { sql, type Tx } from '../db'
import { record } from '../events'
import { visibleTo } from '../visible-to'
import { authoriseClaim, findClaim } from './find-claim'
import { happenedTo } from './happened'
import { insertOccurrences } from './insert-claim'
import { readOccurrence } from './list-occurrences'
import { oneSeal, phasesAround } from './phases-around'
import { refusePinned, touchClaims } from './step'
import { takePassages } from './take-passages'

/**
 * Takes a passage as an occurrence of a claim. It is held where the claim is, or where a phase is open on the document;
 * what is held of a claim that the team sees moves nothing there.
 */
export async function createOccurrence(actor: Actor, claimId: string, draft: OccurrenceDraft): Promise<Occurrence> {
  const { id, annotationId } = draft
  return record(actor, async (tx) => {
    const phases = await phasesAround(tx, { annotationIds: [annotationId], claimIds: [claimId] })
    const claim = await findClaim(claimId, tx)
    authoriseClaim(actor, 'occurrence:create', claim)
    refusePinned(claim)
    await requireNew(actor, tx, claimId, annotationId)
    const { seals, happened } = await takePassages(actor, tx, { ...claim, phases }, [draft])
    const sealId = oneSeal([claim.held ? claim.sealId : null, ...seals])
    const held = sealId !== null
    const under = { workspaceId: claim.workspaceId, claimId, authorId: actor.id, sealId }
    await insertOccurrences(tx, [draft], under)
    if (claim.held || !held) await touchClaims(tx, [claimId])
    return {
      answer: await readOccurrence(actor, id, tx),
      happened: [...happened, happenedTo({ ...under, id: claimId, held }, 'occurrence.added', id)],
    }
  })
}

/** Two people may each hold back that a claim occurs in the same passage; nobody may say it where it can be seen. */
async function requireNew(actor: Actor, tx: Tx, claimId: string, annotationId: string): Promise<void> {
  const [there] = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT o.id FROM "Occurrence" o
    WHERE o."claimId" = ${claimId}::uuid AND o."annotationId" = ${annotationId}::uuid AND o."removedAt" IS NULL
      AND ${visibleTo.claim(actor, 'o')} LIMIT 1`)
  if (there) {
    throw new Refusal('conflict', 'This passage is an occurrence of this claim already.', { occurrenceId: there.id })
  }
}
