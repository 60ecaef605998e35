import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Round } from '@/domain/reviews/round'
import { touchClaims } from '../claims/step'
import { toldOfRound } from './happened'
import { manageRound } from './manage-round'

type Extension = { version: number; dueAt: string }

/** Gives the reviewers more time; never less, since they count on what they were told. */
export function extendRound(actor: Actor, roundId: string, extension: Extension): Promise<Round> {
  return manageRound(actor, roundId, extension, async (tx, round) => {
    const dueAt = new Date(extension.dueAt)
    if (dueAt <= new Date()) throw wrong('This is in the past. Please choose a later time.')
    if (round.dueAt !== null && dueAt <= round.dueAt) throw wrong('The reviewers have until then, or longer, already.')
    await tx.round.update({ where: { id: roundId }, data: { dueAt, version: { increment: 1 } } })
    await touchClaims(tx, [round.claimId])
    return toldOfRound(round, 'round.extended', roundId)
  })
}

function wrong(message: string): Refusal {
  return new Refusal('invalid', message, { fields: [{ field: 'dueAt', message }] })
}
