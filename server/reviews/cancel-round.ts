import { transitionOf } from '@/domain/claims/states'
import type { Actor } from '@/domain/permissions/policy'
import type { Round } from '@/domain/reviews/round'
import { moveTo } from '../claims/step'
import type { Tx } from '../db'
import type { RoundFacts } from './find-round'
import { toldOfRound } from './happened'
import { manageRound } from './manage-round'

type Cancellation = { version: number; reason: string }

/**
 * Cancels a round: what its seal holds stays held for ever, its authors' alone. Its claim stands again where its last
 * reveal left it, or is checkable if there was none.
 */
export function cancelRound(actor: Actor, roundId: string, cancellation: Cancellation): Promise<Round> {
  return manageRound(actor, roundId, cancellation, async (tx, round, { reason }) => {
    const now = new Date()
    if (round.sealId !== null) await tx.seal.update({ where: { id: round.sealId }, data: { cancelledAt: now } })
    const closed = { state: 'cancelled', closedById: actor.id, closedAt: now, reason } as const
    await tx.round.update({ where: { id: roundId }, data: { ...closed, version: { increment: 1 } } })
    const { to } = transitionOf((await wasRevealed(tx, round)) ? 'cancel again' : 'cancel')
    await moveTo(tx, round.claimId, { state: to, reason })
    return toldOfRound(round, 'round.cancelled', roundId)
  })
}

async function wasRevealed(tx: Tx, { claimId }: RoundFacts): Promise<boolean> {
  return (await tx.round.count({ where: { claimId, state: 'revealed' } })) > 0
}
