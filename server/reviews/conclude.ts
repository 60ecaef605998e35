import { transitionOf } from '@/domain/claims/states'
import type { Actor } from '@/domain/permissions/policy'
import { splitOfVerdicts } from '@/domain/reviews/split-of-verdicts'
import { sql, type Tx } from '../db'
import type { Happened } from '../events'
import { reveal } from '../seals/reveal'
import { isAnswered } from './answered'
import type { RoundFacts } from './find-round'
import { toldOfRound } from './happened'

/**
 * Reveals an open round that is locked: all that its seal holds comes out at once, how split its verdicts are is kept with
 * the round and the claim, and the claim's own thread opens. In the open there is nothing to let go of.
 */
export async function conclude(actor: Actor, tx: Tx, round: RoundFacts): Promise<Happened[]> {
  const { id, claimId, form, sealId } = round
  if (sealId !== null && !(await reveal(actor, tx, sealId))) throw new TypeError(`the seal of round ${id} is gone`)
  const verdicts = await tx.verdict.findMany({
    where: { roundId: id },
    select: { kind: true, rating: true, likelihood: true },
  })
  const split = splitOfVerdicts(form, verdicts)
  const now = new Date()
  await tx.round.update({
    where: { id },
    data: { state: 'revealed', closedById: actor.id, closedAt: now, split, version: { increment: 1 } },
  })
  await tx.$executeRaw(sql`
    UPDATE "Claim" SET state = ${transitionOf('reveal').to}::"ClaimState", reason = '', split = ${split}::float8,
      "activeAt" = GREATEST("activeAt", ${now})
    WHERE id = ${claimId}::uuid`)
  return toldOfRound(round, 'round.revealed', id)
}

/** The same, if everyone who is asked has answered. */
export async function concludeIfAnswered(actor: Actor, tx: Tx, round: RoundFacts): Promise<Happened[]> {
  return (await isAnswered(tx, round)) ? conclude(actor, tx, round) : []
}
