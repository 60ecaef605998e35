'use client'

import { useEffect, useState } from 'react'
import { call } from '@/client/call'
import type { SimilarClaim } from '@/domain/claims/claim'

/** People type faster than they want answers; in ms. */
const TYPING_MS = 300
/** As many as can be looked at in passing. */
const SHOWN = 4

const NONE: readonly SimilarClaim[] = []

/** The claims of a project that are most like a statement, or stand in these passages already; none while there is nothing. */
export function useSimilar(
  projectId: string,
  { statement, annotationIds, except }: { statement: string; annotationIds: readonly string[]; except?: string },
): readonly SimilarClaim[] {
  const [found, setFound] = useState(NONE)
  const ids = annotationIds.join(',')
  const words = statement.trim()
  useEffect(() => {
    const stop = new AbortController()
    const query = { statement: words.slice(0, 1000), limit: String(SHOWN + 1), ...(ids && { annotations: ids }) }
    const ask = () => {
      call('GET /projects/{projectId}/similar-claims', { params: { projectId }, query }, { signal: stop.signal })
        .then(({ items }) => setFound(items))
        .catch(() => undefined) // it is an offer: without it the form does as well
    }
    const timer = words === '' && ids === '' ? undefined : setTimeout(ask, TYPING_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [projectId, words, ids])
  if (words === '' && ids === '') return NONE
  return found.filter(({ id }) => id !== except).slice(0, SHOWN)
}
