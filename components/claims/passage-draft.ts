import { v7 } from 'uuid'
import { call } from '@/client/call'

/** A passage that is about to become an occurrence of a claim. Its ids are made with it, so that a retry has one effect. */
export type PassageDraft = {
  documentId: string
  versionId: string
  start: number
  end: number
  exact: string
  occurrenceId: string
  annotationId: string
  /** Whether the annotation is there already; else it is made when the claim is saved. */
  annotated: boolean
  /** Of an annotation that only its author sees: it has to be shown to the team. */
  private: boolean
}

type Place = Pick<PassageDraft, 'documentId' | 'versionId' | 'start' | 'end' | 'exact'>

/** A passage, with the annotation that lies on exactly it, if there is one. */
export function passageDraft(place: Place, annotation: { id: string; private: boolean } | null): PassageDraft {
  return {
    ...place,
    occurrenceId: v7(),
    annotationId: annotation?.id ?? v7(),
    annotated: annotation !== null,
    private: annotation?.private ?? false,
  }
}

/** Makes the annotation of a passage, for the team to see, unless it is there. */
export async function annotatePassage(passage: PassageDraft): Promise<void> {
  if (passage.annotated) return
  const { documentId, annotationId: id, versionId, start, end, exact } = passage
  const body = { id, versionId, start, end, exact, labelId: null, tags: [], visibility: 'team' as const, note: null }
  await call('POST /documents/{documentId}/annotations', { params: { documentId }, body }, { idempotencyKey: id })
}
