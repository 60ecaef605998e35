import type { Claim } from '@/domain/claims/claim'
import type { Deed } from '@/domain/claims/states'
import type { Input } from '@/domain/endpoints'
import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { record } from '../events'
import { authoriseClaim, findClaims, type ClaimFacts } from './find-claim'
import { happenedTo } from './happened'
import { readClaim } from './present'
import { moveTo, requireStep } from './step'

export type Triage = Input<'POST /claims/{claimId}/triage'>['body']

const DEEDS = {
  checkable: 'call checkable',
  uncheckable: 'call not checkable',
  duplicate: 'call a duplicate',
} as const satisfies Record<Triage['as'], Deed>

/** Says whether a claim can be checked, or which other one of the project it repeats. */
export async function triageClaim(actor: Actor, claimId: string, triage: Triage): Promise<Claim> {
  const duplicateOfId = triage.as === 'duplicate' ? triage.of : null
  return record(actor, async (tx) => {
    const claims = await findClaims([claimId, ...(duplicateOfId === null ? [] : [duplicateOfId])], tx)
    const found = claims.get(claimId)
    authoriseClaim(actor, 'claim:triage', found)
    const state = requireStep(DEEDS[triage.as], found)
    if (duplicateOfId !== null) requireOriginal(actor, claims.get(duplicateOfId), found)
    await moveTo(tx, claimId, { state, reason: triage.reason, duplicateOfId })
    return { answer: await readClaim(actor, claimId, tx), happened: happenedTo(found, 'claim.triaged') }
  })
}

/**
 * Refuses a claim that another can't be a duplicate of: of another project, itself, or a duplicate too, so that nobody has
 * to follow a chain and none closes to a circle. What the team can see is no duplicate of what one still holds back.
 */
export function requireOriginal(actor: Actor, original: ClaimFacts | undefined, found: ClaimFacts): asserts original {
  authoriseClaim(actor, 'claim:read', original)
  if (original.projectId !== found.projectId) throw notFound('claim')
  if (original.id === found.id)
    throw new Refusal('conflict', 'A claim does not repeat itself. Please name another one.')
  if (original.state === 'duplicate') {
    throw new Refusal('conflict', 'The other claim is a duplicate itself. Please name the one that it repeats.')
  }
  if (original.held && !found.held) {
    throw new Refusal('conflict', 'The other claim is held until the reveal: nobody else would know what this repeats.')
  }
}
