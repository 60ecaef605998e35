import type { Actor } from '@/domain/permissions/policy'
import type { Round } from '@/domain/reviews/round'
import type { Tx } from '../db'
import { record, type Happened } from '../events'
import { authoriseRound, findRound, requireOpen, type RoundFacts } from './find-round'
import { readRound } from './present'
import { requireNewest } from './require-newest'

/**
 * Does something to an open round for those who may manage it, on the version that they have seen; the round as it is
 * afterwards is answered.
 */
export async function manageRound<C extends { version: number }>(
  actor: Actor,
  roundId: string,
  change: C,
  work: (tx: Tx, round: RoundFacts, change: C) => Promise<Happened[]>,
): Promise<Round> {
  return record(actor, async (tx) => {
    const round = await findRound(actor, roundId, tx)
    authoriseRound(actor, 'review:manage', round)
    requireOpen(round)
    await requireNewest(actor, tx, round, change)
    const happened = await work(tx, round, change)
    return { answer: await readRound(actor, roundId, tx), happened }
  })
}
