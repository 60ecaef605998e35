import type { EventKind } from '@/domain/event'
import type { Happened } from '../events'

type Place = { workspaceId: string; documentId: string; authorId: string; private: boolean }

/**
 * Who hears of a change to an annotation, its thread or its comments: the document's readers; of a private one only its
 * author, and the workspace's audit does not list it either.
 */
export function happenedAt(place: Place, kind: EventKind, subject: string): Happened {
  return place.private
    ? { in: { kind: 'person', id: place.authorId }, kind, subject, workspaceId: null }
    : { in: { kind: 'document', id: place.documentId }, kind, subject, workspaceId: place.workspaceId }
}
