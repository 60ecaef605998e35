'use client'

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { urlOf } from '@/client/call'
import type { Opened } from './model'
import { TextMap } from './locate'
import { Painter } from './paint'

/** Parts that are fetched at a time; they are put in their place in order. */
const AT_ONCE = 4

/** Between two steps in which arriving parts are taken in; in ms. */
const STEP_MS = 400

export type DocumentText = {
  map: TextMap
  painter: Painter | null
  /** Parts that are here. */
  loaded: number
  error: string
  retry: () => void
  /** Resolves once the text reaches an offset. */
  whenReached: (offset: number) => Promise<void>
}

/**
 * The document's static HTML: the first part is in the page, the others are fetched and appended. React never renders
 * them again, and nothing else changes them.
 */
export function useDocumentText(article: RefObject<HTMLElement | null>, { versionId, parts }: Opened): DocumentText {
  const [map] = useState(() => new TextMap())
  const [painter, setPainter] = useState<Painter | null>(null)
  const [loaded, setLoaded] = useState(0)
  const [attempt, setAttempt] = useState(0)
  const [error, setError] = useState('')
  const next = useRef(0)
  const step = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stepped = useRef(0)
  const waiting = useRef<{ offset: number; go: () => void }[]>([])

  const arrived = useCallback(
    (blocks: Iterable<Element>) => {
      map.add(blocks)
      next.current += 1
      // Painting and layout follow from each step, so the parts in between come in few steps; the first and the last at once.
      clearTimeout(step.current)
      const ends = next.current === 1 || next.current === parts.length
      const wait = ends ? 0 : Math.max(0, stepped.current + STEP_MS - performance.now())
      step.current = setTimeout(() => {
        stepped.current = performance.now()
        setLoaded(next.current)
      }, wait)
      waiting.current = waiting.current.filter(({ offset, go }) => {
        if (offset >= map.end && next.current < parts.length) return true
        go()
        return false
      })
    },
    [map, parts.length],
  )

  useEffect(() => {
    const root = article.current
    if (!root) return
    if (next.current === 0) {
      arrived(root.querySelectorAll('[data-at]'))
      setPainter(new Painter(map))
    }
    const stop = new AbortController()
    fetchParts(versionId, next.current, parts.length, stop.signal, (html) => {
      const box = document.createElement('template')
      box.innerHTML = html // our own renderer's, from checked JSON
      const blocks = [...box.content.querySelectorAll('[data-at]')]
      root.append(box.content)
      arrived(blocks)
    }).catch((reason: unknown) => {
      if (!stop.signal.aborted)
        setError(reason instanceof Error ? reason.message : 'The rest of the document could not be loaded.')
    })
    return () => stop.abort()
  }, [article, arrived, map, versionId, parts.length, attempt])

  const whenReached = useCallback(
    (offset: number) =>
      new Promise<void>((go) => {
        if (offset < map.end || next.current >= parts.length) go()
        else waiting.current.push({ offset, go })
      }),
    [map, parts.length],
  )
  const retry = useCallback(() => {
    setError('')
    setAttempt((count) => count + 1)
  }, [])
  return { map, painter, loaded, error, retry, whenReached }
}

async function fetchParts(
  versionId: string,
  from: number,
  count: number,
  signal: AbortSignal,
  put: (html: string) => void,
): Promise<void> {
  const ahead: Promise<string>[] = []
  let asked = from
  const ask = () => {
    if (asked < count) ahead.push(fetchPart(versionId, asked++, signal))
  }
  for (let i = 0; i < AT_ONCE; i++) ask()
  for (let part = from; part < count; part++) {
    const html = await (ahead.shift() as Promise<string>)
    ask()
    if (signal.aborted) return
    put(html)
  }
}

async function fetchPart(versionId: string, number: number, signal: AbortSignal): Promise<string> {
  const response = await fetch(urlOf('/versions/{versionId}/parts/{number}', { versionId, number }), { signal })
  if (!response.ok)
    throw new Error(
      response.status === 401
        ? 'You are signed out. Sign in to load the rest of the document.'
        : 'A part of the document could not be loaded.',
    )
  return response.text()
}
