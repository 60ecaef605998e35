import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { record } from '../events'
import { forgetKeys } from './clear-claim'
import { authoriseClaim, findClaim } from './find-claim'
import { happenedTo } from './happened'
import { readClaim } from './present'
import { moveTo, requireStep } from './step'

/** Looks again at a claim that was settled, and says why. Keys of the fast lane are to be pressed anew. */
export async function reopenClaim(actor: Actor, claimId: string, { reason }: { reason: string }): Promise<Claim> {
  return record(actor, async (tx) => {
    const found = await findClaim(claimId, tx)
    authoriseClaim(actor, 'claim:reopen', found)
    await moveTo(tx, claimId, { state: requireStep('reopen', found), reason })
    await forgetKeys(tx, claimId)
    return { answer: await readClaim(actor, claimId, tx), happened: happenedTo(found, 'claim.reopened') }
  })
}
