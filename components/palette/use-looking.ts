'use client'

import { useEffect, useState } from 'react'
import { call } from '@/client/call'
import type { Person } from '@/domain/people/person'
import type { Hit } from '@/domain/search/search'

/** Until someone who types has paused; in ms. */
const PAUSE_MS = 150

/** How much of each kind is shown: who wants all goes to the page of search. */
const MOST = 6

type Looked = { q: string; hits: readonly Hit[]; people: readonly Person[]; failed: boolean }

const NOTHING: Looked = { q: '', hits: [], people: [], failed: false }

/** What the server finds for these words, and the people of the project who are called so. */
export function useLooking(q: string, projectId: string | null): Looked & { busy: boolean } {
  const [looked, setLooked] = useState(NOTHING)
  useEffect(() => {
    if (q === '') return
    const stop = new AbortController()
    const { signal } = stop
    const clock = setTimeout(() => {
      Promise.all([find(q, signal), projectId ? people(q, projectId, signal) : []]).then(
        ([hits, people]) => setLooked({ q, hits, people, failed: false }),
        () => signal.aborted || setLooked({ ...NOTHING, q, failed: true }),
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(clock)
      stop.abort()
    }
  }, [q, projectId])
  return q === '' ? { ...NOTHING, busy: false } : { ...looked, busy: looked.q !== q }
}

async function find(q: string, signal: AbortSignal): Promise<Hit[]> {
  const kinds = ['document', 'annotation'] as const
  const pages = await Promise.all(
    kinds.map((kind) => call('GET /search', { query: { q, kind, limit: MOST } }, { signal })),
  )
  return pages.flatMap(({ items }) => items)
}

async function people(text: string, projectId: string, signal: AbortSignal): Promise<Person[]> {
  const asked = { params: { projectId }, query: { text, limit: MOST } }
  return (await call('GET /projects/{projectId}/people', asked, { signal })).items
}
