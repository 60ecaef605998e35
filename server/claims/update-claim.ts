import { isDeepStrictEqual } from 'node:util'
import type { Claim, ClaimContent } from '@/domain/claims/claim'
import { CLAIM_STATES, EDITABLE } from '@/domain/claims/states'
import type { Priority } from '@/domain/claims/words'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { record } from '../events'
import { authoriseClaim, findClaim } from './find-claim'
import { happenedTo } from './happened'
import { insertVersion } from './insert-claim'
import { readClaim } from './present'
import { refusePinned, reopenFirst, touchClaims } from './step'

type Change = ClaimContent & { version: number; priority: Priority }

/**
 * Changes what a claim says, which makes a new version of its wording (keys of the fast lane are about one, and count no
 * longer), or its priority, which does not. A stale change is refused with both.
 */
export async function updateClaim(
  actor: Actor,
  claimId: string,
  { version, priority, ...content }: Change,
): Promise<Claim> {
  return record(actor, async (tx) => {
    const found = await findClaim(claimId, tx)
    authoriseClaim(actor, 'claim:update', found)
    refusePinned(found)
    const before = await readClaim(actor, claimId, tx)
    if (found.version !== version) {
      const both = { theirs: before, yours: { ...content, priority } }
      throw new Refusal('conflict', 'This claim was changed meanwhile.', both)
    }
    const reworded = !isDeepStrictEqual(contentOf(before), content)
    if (reworded && !EDITABLE.includes(found.state)) throw settled(found.state)
    const number = reworded ? found.number + 1 : found.number
    await tx.claim.update({
      where: { id: claimId },
      data: { ...content, priority, number, version: version + 1 },
    })
    await touchClaims(tx, [claimId])
    const said = { workspaceId: found.workspaceId, claimId, number, authorId: actor.id, ...content }
    if (reworded) await insertVersion(tx, said)
    return { answer: await readClaim(actor, claimId, tx), happened: happenedTo(found, 'claim.updated') }
  })
}

function contentOf({ type, statement, terms, asOf, claimant, claimedOn }: Claim): ClaimContent {
  return { type, statement, terms, asOf, claimant, claimedOn }
}

function settled(state: Claim['state']): Refusal {
  const name = CLAIM_STATES[state].name
  return new Refusal(
    'conflict',
    `This claim stands as “${name}”, where its wording stays as it is.${reopenFirst(state)}`,
  )
}
