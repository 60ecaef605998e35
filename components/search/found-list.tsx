'use client'

import { useRef, type KeyboardEvent } from 'react'
import type { Hit } from '@/domain/search/search'
import { focusField } from './focus'
import { HitItem } from './hit-item'

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

/** What was found. Arrows walk through it; above the first is the field. */
export function FoundList({ hits }: { hits: readonly Hit[] }) {
  const list = useRef<HTMLOListElement>(null)
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    if (!step || at < 0) return
    event.preventDefault()
    const next = links[at + step]
    if (next) next.focus()
    else if (step < 0) focusField()
  }
  return (
    <ol ref={list} aria-label="Results" onKeyDown={walk} className="divide-line grid divide-y">
      {hits.map((hit) => (
        <HitItem key={`${hit.kind} ${hit.id}`} hit={hit} />
      ))}
    </ol>
  )
}
