import type { EventKind } from '@/domain/event'
import type { Sql } from '../db'
import type { Happened } from '../events'
import type { StreamRef } from '../stream'

/** What decides who hears of a change to a thing; `authorId` is who made it. */
export type Place = { workspaceId: string; authorId: string; private?: boolean; held?: boolean }

/**
 * Who hears of a change: those of the stream; of what is private or held by a seal only its author, and the workspace's
 * audit does not list it either. `tells` says whom it concerns, where the event alone does not.
 */
export function happenedIn(
  stream: StreamRef,
  place: Place,
  kind: EventKind,
  subject: string,
  tells?: Sql | null,
): Happened {
  return place.private || place.held
    ? { in: { kind: 'person', id: place.authorId }, kind, subject, workspaceId: null }
    : { in: stream, kind, subject, workspaceId: place.workspaceId, ...(tells && { tells }) }
}
