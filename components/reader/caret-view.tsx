'use client'

import { useQueries } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Annotation } from '@/domain/annotations/annotation'
import { covering } from '@/domain/annotations/segments'
import type { ContentNode } from '@/domain/documents/content'
import type { Label } from '@/domain/projects/label'
import { plainText } from '@/content/plain'
import { loadAnnotation } from '@/components/annotations/load-annotation'
import { keys } from '@/components/threads/desk'
import { caretRect } from './caret'
import type { Opened } from './model'
import type { Caret } from './use-caret'
import type { Reading } from './use-reading'

/** What a screen reader hears of a step at most, in UTF-16 units. */
const MOST_SAID = 300

/** The caret as it is seen and heard: a bar in the text, and what it passed and came into. */
export function CaretView({ caret, reading, opened }: { caret: Caret; reading: Reading; opened: Opened }) {
  const { text, painted } = reading
  const bar = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const move = () => {
      const rect = caretRect(text.map, caret.at)
      if (!bar.current || !rect) return
      Object.assign(bar.current.style, { left: `${rect.left}px`, top: `${rect.top}px`, height: `${rect.height}px` })
    }
    move()
    addEventListener('scroll', move, { passive: true })
    addEventListener('resize', move)
    return () => {
      removeEventListener('scroll', move)
      removeEventListener('resize', move)
    }
  }, [caret, text.map, text.loaded])
  const [from, to] = [Math.min(caret.was, caret.at), Math.max(caret.was, caret.at)]
  const passed = from === to ? '' : text.map.textOf({ start: from, end: Math.min(to, from + MOST_SAID) }).trim()
  const saved = new Set(reading.found.spans?.map(({ id }) => id))
  const here = covering(painted ?? [], caret.at).filter(({ id }) => saved.has(id))
  return (
    <>
      <span ref={bar} aria-hidden className="caret no-print" data-caret={caret.at} />
      <p role="status" className="sr-only">
        {passed} <Heard ids={here.map(({ id }) => id).join(',')} opened={opened} />
      </p>
    </>
  )
}

/** The annotations at the caret: who marked it as what, what was said, and how to get there. */
function Heard({ ids, opened: { documentId, labels } }: { ids: string; opened: Opened }) {
  const found = useQueries({
    queries: (ids === '' ? [] : ids.split(',')).map((id) => ({
      queryKey: keys.annotation(id),
      queryFn: () => loadAnnotation(documentId, id),
    })),
  })
  const all = found.flatMap(({ data }) => (data ? [heard(data, labels)] : []))
  return all.length === 0 ? null : `${all.join(' ')} Enter opens it.`
}

function heard({ author, labelId, note, exact, thread }: Annotation, labels: readonly Label[]): string {
  const label = labels.find(({ id }) => id === labelId)?.name
  const said = note?.json ? plainText(note.json as ContentNode) : exact
  const replies = thread.comments - (note?.json ? 1 : 0)
  return [
    `Annotation by ${author.name}${label ? `, ${label}` : ''}: “${said.slice(0, MOST_SAID)}”.`,
    replies > 0 ? `${replies} ${replies === 1 ? 'reply' : 'replies'}.` : '',
    thread.status === 'resolved' ? 'Resolved.' : '',
  ]
    .filter(Boolean)
    .join(' ')
}
