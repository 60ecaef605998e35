import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { authoriseClaim, findClaim } from './find-claim'
import { readClaim } from './present'

/** One claim, as the actor sees it. */
export async function getClaim(actor: Actor, claimId: string): Promise<Claim> {
  authoriseClaim(actor, 'claim:read', await findClaim(claimId))
  return readClaim(actor, claimId)
}
