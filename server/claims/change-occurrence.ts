import type { Occurrence } from '@/domain/claims/claim'
import type { Stance, Voice } from '@/domain/claims/words'
import type { EventKind } from '@/domain/event'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Tx } from '../db'
import { record, type Happened } from '../events'
import { refuseInPhase } from '../seals/seal-for'
import { authoriseOccurrence, findOccurrence, type OccurrenceFacts } from './find-occurrence'
import { happenedTo } from './happened'
import { readOccurrence } from './list-occurrences'
import { refusePinned, touchClaims } from './step'

type Change = { version: number; stance: Stance; voice: Voice; attributedTo: string }

/** Changes how a passage stands to its claim; a stale change is refused with both. */
export async function updateOccurrence(
  actor: Actor,
  occurrenceId: string,
  { version, ...reading }: Change,
): Promise<Occurrence> {
  return record(actor, async (tx) => {
    const found = await findChangeable(actor, tx, occurrenceId)
    if (found.version !== version) {
      const theirs = await readOccurrence(actor, occurrenceId, tx)
      throw new Refusal('conflict', 'This occurrence was changed meanwhile.', { theirs, yours: reading })
    }
    await tx.occurrence.update({ where: { id: occurrenceId }, data: { ...reading, version: version + 1 } })
    const happened = await changed(tx, found, 'occurrence.updated')
    return { answer: await readOccurrence(actor, occurrenceId, tx), happened }
  })
}

/** No longer takes a passage as an occurrence of its claim. */
export async function removeOccurrence(actor: Actor, occurrenceId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const found = await findChangeable(actor, tx, occurrenceId)
    await tx.occurrence.update({ where: { id: occurrenceId }, data: { removedAt: new Date() } })
    return { answer: { done: true }, happened: await changed(tx, found, 'occurrence.removed') }
  })
}

/** An occurrence that the actor may change now: not while its claim is judged, nor while its document stands still. */
async function findChangeable(actor: Actor, tx: Tx, occurrenceId: string): Promise<OccurrenceFacts> {
  const found = await findOccurrence(occurrenceId, tx)
  authoriseOccurrence(actor, 'occurrence:update', found)
  refusePinned(found.claim)
  refuseInPhase({ phaseId: found.annotation.phaseId, private: false, held: found.held })
  return found
}

/** What is held of a claim that the team sees moves nothing there. */
async function changed(tx: Tx, { id, claim, ...found }: OccurrenceFacts, kind: EventKind): Promise<Happened> {
  if (claim.held || !found.held) await touchClaims(tx, [claim.id])
  return happenedTo({ ...found, id: claim.id }, kind, id)
}
