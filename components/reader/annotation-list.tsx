'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from '@/client/call'
import type { Annotation } from '@/domain/annotations/annotation'
import { AnnotationCard } from '@/components/annotations/annotation-card'
import { keys, useDocumentDesk } from '@/components/threads/desk'
import { Notice } from '@/components/ui/small'
import type { Filter, Sort } from './model'

/** All annotations that the filter admits as a list, more of them as people scroll. */
export function AnnotationList(props: {
  filter: Filter
  sort: Sort
  focus: string | null
  onFocus: (id: string | null) => void
  onShow: (annotation: Annotation) => void
}) {
  const { filter, sort, focus, onFocus, onShow } = props
  const { documentId } = useDocumentDesk()
  const client = useQueryClient()
  const list = useInfiniteQuery({
    queryKey: [...keys.list(documentId), sort, filter],
    queryFn: async ({ pageParam }) => {
      const query = { ...filter, sort, ...(pageParam && { cursor: pageParam }) }
      const page = await call('GET /documents/{documentId}/annotations', { params: { documentId }, query })
      for (const annotation of page.items) client.setQueryData(keys.annotation(annotation.id), annotation)
      return page
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const end = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!end.current || !hasNextPage || isFetchingNextPage) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void fetchNextPage())
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <ol aria-label="Annotations" className="grid gap-2">
      {items.map((annotation) => (
        <li key={annotation.id}>
          <AnnotationCard
            id={annotation.id}
            open={annotation.id === focus}
            onOpen={() => onFocus(annotation.id)}
            onClose={() => onFocus(null)}
            onShow={() => onShow(annotation)}
          />
        </li>
      ))}
      {list.isPending || hasNextPage ? (
        <li ref={end} className="text-ink-faint p-3">
          Loading annotations…
        </li>
      ) : null}
      {list.error ? (
        <li>
          <Notice tone="danger">{list.error.message}</Notice>
        </li>
      ) : null}
    </ol>
  )
}
