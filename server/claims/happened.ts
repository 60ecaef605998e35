import type { EventKind } from '@/domain/event'
import type { Happened } from '../events'
import { happenedIn, type Place } from '../seals/happened-in'

/** Who hears of a change to a claim: those who follow it; of a held one its author alone. */
export function happenedTo(claim: Place & { id: string }, kind: EventKind, subject: string = claim.id): Happened {
  return happenedIn({ kind: 'claim', id: claim.id }, claim, kind, subject)
}

/** A claim comes to be: those who follow it hear of it, and those who follow the project. */
export function happenedNew(claim: Place & { id: string; projectId: string }): Happened[] {
  const here = happenedTo(claim, 'claim.proposed')
  return claim.held ? [here] : [here, { ...here, in: { kind: 'project', id: claim.projectId } }]
}
