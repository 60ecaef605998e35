'use client'

import { v7 } from 'uuid'
import { useDraft } from '@/client/drafts'
import type { Composed } from '@/components/annotations/composer'
import type { NewAnnotation } from '@/components/annotations/use-pending'
import type { Opened } from './model'
import type { Passage } from './selection'

/** A passage with nothing said about it yet. */
export function plain(
  { versionId }: Opened,
  { start, end, exact }: Passage,
  visibility: NewAnnotation['visibility'],
  labelId: string | null = null,
): NewAnnotation {
  return { id: v7(), versionId, start, end, exact, labelId, tags: [], visibility, note: null }
}

/** The annotation that is being written in this document: one at a time, kept in this browser until it is saved. */
export function useComposing(opened: Opened, annotate: (draft: NewAnnotation) => void) {
  const draft = useDraft<Composed | null>(`${opened.me.id}/draft/${opened.documentId}`, null)
  const composed = draft.value?.versionId === opened.versionId ? draft.value : null
  return {
    composed,
    change: draft.change,
    discard: draft.drop,
    begin: (passage: Passage, visibility: NewAnnotation['visibility']) => {
      const { note: _, ...rest } = plain(opened, passage, visibility)
      draft.change({ ...rest, json: null, empty: true })
    },
    /** Hands it over to be saved, and tells its id. */
    save: () => {
      if (!composed) return null
      const { json, empty, ...rest } = composed
      annotate({ ...rest, note: empty || !json ? null : { id: v7(), json } })
      draft.drop()
      return composed.id
    },
  }
}
