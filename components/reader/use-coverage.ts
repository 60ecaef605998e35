'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { call } from '@/client/call'
import type { Coverage, Sentence } from '@/domain/claims/coverage'
import { keys } from '@/components/threads/desk'

export type Covered = {
  /** Null until the first of them are here; more of them come. */
  sentences: readonly Sentence[] | null
  counts: Pick<Coverage, Sentence['status']> | null
  complete: boolean
  error: Error | null
}

/** Which sentences of a document someone has looked at: all of them, by pages, as long as that is `wanted`. */
export function useCoverage(documentId: string, wanted: boolean): Covered {
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: keys.coverage(documentId),
    queryFn: ({ pageParam }) => {
      const query = { limit: '200', ...(pageParam && { cursor: pageParam }) }
      return call('GET /documents/{documentId}/coverage', { params: { documentId }, query })
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: wanted,
  })
  useEffect(() => {
    if (wanted && hasNextPage && !isFetching) void fetchNextPage()
  }, [wanted, hasNextPage, isFetching, fetchNextPage])
  const sentences = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? null, [data])
  return { sentences, counts: data?.pages[0] ?? null, complete: sentences !== null && !hasNextPage, error }
}
