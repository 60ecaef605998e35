import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Tx } from '../db'
import type { RoundFacts } from './find-round'
import { readRound } from './present'

/** Refuses a stale change of a round, with both. Submissions don't make anything stale: they move no version. */
export async function requireNewest(
  actor: Actor,
  tx: Tx,
  round: RoundFacts,
  yours: { version: number },
): Promise<void> {
  if (round.version === yours.version) return
  const theirs = await readRound(actor, round.id, tx)
  throw new Refusal('conflict', 'This round was changed meanwhile. Please look at it again.', { theirs, yours })
}
