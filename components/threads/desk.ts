'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback } from 'react'
import type { Person } from '@/domain/people/person'
import type { Label } from '@/domain/projects/label'

/** What surrounds every annotation and thread: where it is, who reads, and what they may do. */
export type Desk = {
  /** The open document; null on pages about claims and how they stand to each other. */
  documentId: string | null
  projectId: string
  me: Person
  /** May annotate, comment and resolve. */
  annotates: boolean
  /** May delete what others wrote. */
  moderates: boolean
  labels: readonly Label[]
  /** The comment that the address names: it is brought to the eye once it is there. */
  comment?: string | null
}

export type DocumentDesk = Desk & { documentId: string }

export const DeskContext = createContext<Desk | null>(null)

/** The desk around a component. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new TypeError('no desk around this component')
  return desk
}

/** The desk around a component that is only shown in an open document. */
export function useDocumentDesk(): DocumentDesk {
  const { documentId, ...desk } = useDesk()
  if (documentId === null) throw new TypeError('no document is open around this component')
  return { documentId, ...desk }
}

/** The keys under which what was fetched is kept. A thread has the id of what it is about. */
export const keys = {
  spans: (documentId: string) => ['spans', documentId] as const,
  list: (documentId: string) => ['list', documentId] as const,
  marks: (documentId: string) => ['marks', documentId] as const,
  coverage: (documentId: string) => ['coverage', documentId] as const,
  annotation: (id: string) => ['annotation', id] as const,
  thread: (id: string) => ['thread', id] as const,
  comments: (threadId: string) => ['comments', threadId] as const,
  tags: (projectId: string) => ['tags', projectId] as const,
}

/** To be called when a write has changed something or its thread: everything that shows it is asked for again. */
export function useChanged(): (topicId: string) => Promise<void> {
  const client = useQueryClient()
  const { documentId } = useDesk()
  return useCallback(
    async (topicId: string) => {
      const shown = [
        ...(documentId === null ? [] : [keys.spans(documentId), keys.list(documentId)]),
        ...[keys.annotation(topicId), keys.thread(topicId), keys.comments(topicId)],
      ]
      await Promise.all(shown.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
    [client, documentId],
  )
}

/** To be called when a write has changed what is claimed in the open document, or cleared of it. */
export function useClaimsChanged(): () => Promise<void> {
  const client = useQueryClient()
  const { documentId } = useDocumentDesk()
  return useCallback(async () => {
    const shown = [keys.marks(documentId), keys.coverage(documentId), keys.spans(documentId), keys.list(documentId)]
    await Promise.all(shown.map((queryKey) => client.invalidateQueries({ queryKey })))
  }, [client, documentId])
}
