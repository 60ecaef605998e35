import type { Claim } from '@/domain/claims/claim'
import type { Input } from '@/domain/endpoints'
import type { Actor } from '@/domain/permissions/policy'
import type { Tx } from '../db'
import { record } from '../events'
import { copyOccurrences, refuseInPhases } from './copy-occurrences'
import { authoriseClaim, findClaim, type ClaimFacts } from './find-claim'
import { happenedNew, happenedTo } from './happened'
import { insertClaim } from './insert-claim'
import { phasesAround } from './phases-around'
import { readClaim } from './present'
import { moveTo, requireStep } from './step'

type Part = Input<'POST /claims/{claimId}/split'>['body']['parts'][number]

/**
 * Splits a compound claim into parts, which are new claims in the same passages and with the same terms. The old one stays
 * readable as a duplicate of them, with its history, its relations and its evidence.
 */
export async function splitClaim(
  actor: Actor,
  claimId: string,
  { parts }: { parts: Part[] },
): Promise<{ items: Claim[]; next: null }> {
  return record(actor, async (tx) => {
    const phases = await phasesAround(tx, { claimIds: [claimId] })
    const found = await findClaim(claimId, tx)
    authoriseClaim(actor, 'claim:split', found)
    const state = requireStep('split', found)
    await refuseInPhases(tx, claimId, phases)
    await insertParts(actor, tx, found, parts)
    const partIds = parts.map(({ id }) => id)
    await copyOccurrences(tx, claimId, partIds)
    await moveTo(tx, claimId, { state, reason: `Split into ${parts.length} parts.` })
    const items: Claim[] = []
    for (const id of partIds) items.push(await readClaim(actor, id, tx))
    const made = partIds.flatMap((id) => happenedNew({ ...found, id, authorId: actor.id }))
    return { answer: { items, next: null }, happened: [happenedTo(found, 'claim.split'), ...made] }
  })
}

/** What is not said anew is as it was in the whole. */
async function insertParts(actor: Actor, tx: Tx, found: ClaimFacts, parts: readonly Part[]): Promise<void> {
  const { workspaceId, projectId, id: splitFromId } = found
  const { terms, asOf, claimant, claimedOn, priority } = await readClaim(actor, splitFromId, tx)
  const sealId = found.held ? found.sealId : null
  for (const { id, type, statement } of parts) {
    const part = { id, workspaceId, projectId, authorId: actor.id, priority, sealId, splitFromId }
    await insertClaim(tx, part, { type, statement, terms, asOf, claimant, claimedOn })
  }
}
