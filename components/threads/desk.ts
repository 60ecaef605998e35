'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback } from 'react'
import type { Person } from '@/domain/people/person'
import type { Label } from '@/domain/projects/label'

/** What surrounds every annotation and thread of an open document: where it is, who reads, and what they may do. */
export type Desk = {
  documentId: string
  projectId: string
  me: Person
  /** May annotate, comment and resolve. */
  annotates: boolean
  /** May delete what others wrote. */
  moderates: boolean
  labels: readonly Label[]
}

export const DeskContext = createContext<Desk | null>(null)

/** The desk around a component. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new TypeError('no desk around this component')
  return desk
}

/** The keys under which what was fetched is kept. A thread has the id of its annotation. */
export const keys = {
  spans: (documentId: string) => ['spans', documentId] as const,
  list: (documentId: string) => ['list', documentId] as const,
  annotation: (id: string) => ['annotation', id] as const,
  comments: (threadId: string) => ['comments', threadId] as const,
  tags: (projectId: string) => ['tags', projectId] as const,
}

/** To be called when a write has changed an annotation or its thread: everything that shows it is asked for again. */
export function useChanged(): (annotationId: string) => Promise<void> {
  const client = useQueryClient()
  const { documentId } = useDesk()
  return useCallback(
    async (annotationId: string) => {
      const shown = [keys.spans(documentId), keys.annotation(annotationId), keys.comments(annotationId)]
      await Promise.all([...shown, keys.list(documentId)].map((queryKey) => client.invalidateQueries({ queryKey })))
    },
    [client, documentId],
  )
}
