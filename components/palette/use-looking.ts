'use client'

import { useEffect, useState } from 'react'
import { call } from '@/client/call'
import type { Hit } from '@/domain/search/search'

/** Until someone who types has paused; in ms. */
const PAUSE_MS = 150

/** How much of each kind is shown: who wants all goes to the page of search. */
export const MOST = 6

type Looked = { q: string; hits: readonly Hit[]; failed: boolean }

const NOTHING: Looked = { q: '', hits: [], failed: false }

/** What the server finds for these words. */
export function useLooking(q: string): Looked & { busy: boolean } {
  const [looked, setLooked] = useState(NOTHING)
  useEffect(() => {
    if (q === '') return
    const stop = new AbortController()
    const { signal } = stop
    const clock = setTimeout(() => {
      find(q, signal).then(
        (hits) => setLooked({ q, hits, failed: false }),
        () => signal.aborted || setLooked({ ...NOTHING, q, failed: true }),
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(clock)
      stop.abort()
    }
  }, [q])
  return q === '' ? { ...NOTHING, busy: false } : { ...looked, busy: looked.q !== q }
}

async function find(q: string, signal: AbortSignal): Promise<Hit[]> {
  const kinds = ['document', 'annotation'] as const
  const pages = await Promise.all(
    kinds.map((kind) => call('GET /search', { query: { q, kind, limit: MOST } }, { signal })),
  )
  return pages.flatMap(({ items }) => items)
}
