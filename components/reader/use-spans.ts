'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/client/call'
import type { Spans } from '@/domain/annotations/spans'
import type { Person } from '@/domain/people/person'
import { keys } from '@/components/threads/desk'
import { takeSpans } from './begun'
import { rowsOf, type Filter, type Span } from './model'

const ALL: Filter = {}
const NONE: readonly Span[] = []
const read = (spans: Spans) => ({ rows: rowsOf(spans), authors: spans.authorTable })

export type FoundSpans = {
  /** What the filter admits; null until it is here. */
  spans: readonly Span[] | null
  /** All there are, whatever the filter admits. */
  all: readonly Span[]
  /** How many there are without the filter. */
  total: number
  /** Everyone who annotated the document. */
  authors: readonly Person[]
  error: Error | null
}

/** Where the annotations of a document lie: those that the filter admits, out of all. */
export function useSpans(documentId: string, filter: Filter): FoundSpans {
  const query = (query: Filter) => ({
    queryKey: [...keys.spans(documentId), query],
    queryFn: async () =>
      (query === ALL && (await takeSpans(documentId))) ||
      call('GET /documents/{documentId}/spans', { params: { documentId }, query }),
    select: read,
    placeholderData: keepPreviousData,
  })
  const all = useQuery(query(ALL))
  const admitted = useQuery(query(filter))
  return {
    spans: admitted.data?.rows ?? null,
    all: all.data?.rows ?? NONE,
    total: all.data?.rows.length ?? 0,
    authors: all.data?.authors ?? [],
    error: admitted.error,
  }
}
