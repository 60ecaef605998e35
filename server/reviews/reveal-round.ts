import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Round } from '@/domain/reviews/round'
import type { Tx } from '../db'
import { countForQuorum } from './answered'
import { conclude } from './conclude'
import { follows, type RoundFacts } from './find-round'
import { manageRound } from './manage-round'

/** Reveals a round that is due and has its quorum, though not all have answered. */
export function revealRound(actor: Actor, roundId: string, change: { version: number }): Promise<Round> {
  return manageRound(actor, roundId, change, async (tx, round) => {
    const missing = await whatIsMissing(tx, round)
    if (missing !== null) throw new Refusal('conflict', mayKnow(actor, round) ? missing : UNTOLD)
    return conclude(actor, tx, round)
  })
}

/** To who may not know who has submitted, the same whatever is missing. */
const UNTOLD = 'It can’t be revealed yet: it is not due, or its quorum is not reached.'

const mayKnow = (actor: Actor, round: RoundFacts): boolean => round.sealId === null || follows(actor, round)

async function whatIsMissing(tx: Tx, { id, dueAt, quorum }: RoundFacts): Promise<string | null> {
  if (dueAt === null) return 'This round has no due date: it is revealed when all have answered. You can give it one.'
  if (dueAt > new Date()) return 'This round is not due yet. Until then it is revealed when all have answered.'
  const there = await countForQuorum(tx, id)
  if (there >= quorum) return null
  return `${there} of the ${quorum} verdicts of its quorum are there. Give the others more time, ask someone else, or cancel it.`
}
