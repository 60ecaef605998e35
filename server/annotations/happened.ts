import type { EventKind } from '@/domain/event'
import type { Sql } from '../db'
import type { Happened } from '../events'
import { happenedIn, type Place } from '../seals/happened-in'

/** Who hears of a change to an annotation: the document's readers, or its author alone. */
export function happenedAt(
  place: Place & { documentId: string },
  kind: EventKind,
  subject: string,
  tells?: Sql | null,
): Happened {
  return happenedIn({ kind: 'document', id: place.documentId }, place, kind, subject, tells)
}
