import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Tx } from '../db'
import { record } from '../events'
import { happenedIn } from '../seals/happened-in'
import { authoriseClaim, findClaim, type ClaimFacts } from './find-claim'
import { happenedTo } from './happened'
import { readClaim } from './present'
import { moveTo, requireStep } from './step'

/** How many people must have pressed their key, each for the same wording, for a claim to be cleared. */
const KEYS = 2

/**
 * The fast lane: someone sees nothing to dispute in a claim, as it is worded in version `number`. Nobody but them learns
 * of it until the second person's key clears the claim.
 */
export async function clearClaim(actor: Actor, claimId: string, { number }: { number: number }): Promise<Claim> {
  return record(actor, async (tx) => {
    const found = await findClaim(claimId, tx)
    authoriseClaim(actor, 'claim:clear', found)
    const state = requireStep('clear', found)
    refuseHeld(found)
    await requireNewest(actor, tx, found, number)
    const pressed = await pressKey(actor, tx, found)
    if (pressed < KEYS) {
      const alone = { workspaceId: found.workspaceId, authorId: actor.id, private: true }
      const happened = happenedIn({ kind: 'claim', id: claimId }, alone, 'claim.approved', claimId)
      return { answer: await readClaim(actor, claimId, tx), happened }
    }
    await moveTo(tx, claimId, { state, reason: '' })
    return { answer: await readClaim(actor, claimId, tx), happened: happenedTo(found, 'claim.cleared') }
  })
}

/** Forgets who saw nothing to dispute: what was settled is looked at again, by all. */
export async function forgetKeys(tx: Tx, claimId: string): Promise<void> {
  await tx.clearance.deleteMany({ where: { claimId } })
}

function refuseHeld({ held }: ClaimFacts): void {
  if (held)
    throw new Refusal('conflict', 'Nobody else sees this claim before the reveal. Then two people can clear it.')
}

async function requireNewest(actor: Actor, tx: Tx, found: ClaimFacts, number: number): Promise<void> {
  if (found.number === number) return
  const theirs = await readClaim(actor, found.id, tx)
  throw new Refusal('conflict', 'This claim was worded anew meanwhile. Please read it again.', {
    theirs,
    yours: { number },
  })
}

/** Keeps the key; how many people have pressed theirs for this wording. */
async function pressKey(actor: Actor, tx: Tx, { id: claimId, workspaceId, number }: ClaimFacts): Promise<number> {
  const keys = await tx.clearance.findMany({ where: { claimId, number }, select: { userId: true } })
  if (keys.some(({ userId }) => userId === actor.id)) {
    throw new Refusal('conflict', 'You have pressed your key for this claim already. One more person is needed.')
  }
  await tx.clearance.create({ data: { claimId, userId: actor.id, workspaceId, number } })
  return keys.length + 1
}
