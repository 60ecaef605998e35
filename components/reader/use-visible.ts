'use client'

import { useEffect, useState, type RefObject } from 'react'
import type { Span } from '@/domain/annotations/selector'

/** How far beyond the window text counts as near; of the window's height. */
const MARGIN = '60%'

/** The stretch of text that is on the screen or near it, by whole sections; it changes as people scroll. */
export function useVisible(article: RefObject<HTMLElement | null>, loaded: number): Span {
  const [span, setSpan] = useState<Span>({ start: 0, end: 0 })
  useEffect(() => {
    const sections = [...(article.current?.children ?? [])]
    const starts = sections.map(startOf)
    const near = new Set<number>()
    const index = new Map(sections.map((section, at) => [section, at]))
    const watch = (entries: IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting } of entries) {
        const at = index.get(target) ?? -1
        if (isIntersecting) near.add(at)
        else near.delete(at)
      }
      if (near.size === 0) return
      const start = starts[Math.min(...near)] ?? 0
      const end = starts[Math.max(...near) + 1] ?? Infinity
      setSpan((before) => (before.start === start && before.end === end ? before : { start, end }))
    }
    const observer = new IntersectionObserver(watch, { rootMargin: `${MARGIN} 0px` })
    for (const section of sections) observer.observe(section)
    return () => observer.disconnect()
  }, [article, loaded])
  return span
}

function startOf(section: Element): number {
  return Number(section.querySelector('[data-at]')?.getAttribute('data-at') ?? 0)
}
