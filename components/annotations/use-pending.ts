'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { v7 } from 'uuid'
import { call, Problem } from '@/client/call'
import { draftsUnder, dropDraft, saveDraft } from '@/client/drafts'
import type { Annotation } from '@/domain/annotations/annotation'
import type { ContentNode } from '@/domain/documents/content'
import { useChanged, useDocumentDesk } from '@/components/threads/desk'

/** What becomes an annotation: its place, its words, and what was said at once. */
export type NewAnnotation = {
  id: string
  versionId: string
  start: number
  end: number
  exact: string
  labelId: string | null
  tags: string[]
  visibility: Annotation['visibility']
  note: { id: string; json: ContentNode } | null
}

/** An annotation on its way to the server. `key` is the same on every attempt, so that attempts have one effect. */
export type Pending = {
  draft: NewAnnotation
  key: string
  state: 'saving' | 'saved' | 'failed'
  /** Why it failed, and what to do. */
  error: string
  /** The status with which it was refused; 0 where no answer came. */
  status: number
}

export type PendingStore = {
  pending: readonly Pending[]
  annotate: (draft: NewAnnotation) => void
  retry: (id: string) => void
  discard: (id: string) => void
}

/**
 * Annotations that show before they are saved. Each is kept in this browser until the server has it: after a reload, a
 * crash or a new sign-in it is sent again, under its old key.
 */
export function usePending(): PendingStore {
  const { documentId, me } = useDocumentDesk()
  const changed = useChanged()
  const [pending, setPending] = useState<readonly Pending[]>([])
  const sending = useRef(new Set<string>())
  const prefix = `${me.id}/pending/${documentId}/`

  const put = useCallback((one: Pending) => {
    setPending((all) => [...all.filter(({ draft }) => draft.id !== one.draft.id), one])
  }, [])
  const drop = useCallback((id: string) => setPending((all) => all.filter(({ draft }) => draft.id !== id)), [])

  const send = useCallback(
    async (one: Pending) => {
      const { id } = one.draft
      if (sending.current.has(id)) return
      sending.current.add(id)
      put({ ...one, state: 'saving', error: '' })
      try {
        const body = { ...one.draft, note: one.draft.note && { ...one.draft.note, json: asJson(one.draft.note.json) } }
        await call(
          'POST /documents/{documentId}/annotations',
          { params: { documentId }, body },
          { idempotencyKey: one.key },
        )
        performance.mark('assay:saved')
        put({ ...one, state: 'saved', error: '' })
        await dropDraft(prefix + id)
        await changed(id)
        drop(id)
      } catch (error) {
        const problem = error instanceof Problem ? error : new Problem(0, String(error))
        put({ ...one, state: 'failed', error: problem.message, status: problem.status })
      } finally {
        sending.current.delete(id)
      }
    },
    [changed, documentId, drop, prefix, put],
  )

  useEffect(() => {
    let current = true
    void draftsUnder<{ draft: NewAnnotation; key: string }>(prefix).then((kept) => {
      if (current) for (const { draft, key } of kept) void send({ draft, key, state: 'saving', error: '', status: 0 })
    })
    return () => {
      current = false
    }
  }, [prefix, send])

  const failed = useRef<readonly Pending[]>([])
  useEffect(() => {
    failed.current = pending.filter(({ state, status }) => state === 'failed' && status === 0)
  }, [pending])
  useEffect(() => {
    const again = () => failed.current.forEach((one) => void send(one))
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [send])

  const annotate = useCallback(
    (draft: NewAnnotation) => {
      const key = v7()
      void saveDraft(prefix + draft.id, { draft, key })
      void send({ draft, key, state: 'saving', error: '', status: 0 })
    },
    [prefix, send],
  )
  const retry = useCallback(
    (id: string) => {
      const one = pending.find(({ draft }) => draft.id === id)
      if (one) void send(one)
    },
    [pending, send],
  )
  const discard = useCallback(
    (id: string) => {
      void dropDraft(prefix + id)
      drop(id)
    },
    [drop, prefix],
  )
  return { pending, annotate, retry, discard }
}

/** The API's outline of a comment's JSON: a document whose content the server checks. */
export const asJson = (json: ContentNode) => ({ ...json, type: 'doc' as const })
