'use client'

import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Span } from '@/domain/annotations/selector'

/** How far beyond the window text counts as near; of the window's height. */
const MARGIN = '60%'

/** The stretch of text that is on the screen or near it, by whole sections; it changes as people scroll. */
export function useVisible(article: RefObject<HTMLElement | null>, loaded: number): Span {
  const [span, setSpan] = useState<Span>({ start: 0, end: 0 })
  const observe = useRef<() => void>(() => {})
  useEffect(() => {
    const sections: Element[] = []
    const near = new Set<number>()
    const index = new Map<Element, number>()
    const startAt = (at: number) => (sections[at] ? startOf(sections[at]) : null)
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const at = index.get(target) ?? -1
          if (isIntersecting) near.add(at)
          else near.delete(at)
        }
        if (near.size === 0) return
        const start = startAt(Math.min(...near)) ?? 0
        const end = startAt(Math.max(...near) + 1) ?? Infinity
        setSpan((before) => (before.start === start && before.end === end ? before : { start, end }))
      },
      { rootMargin: `${MARGIN} 0px` },
    )
    observe.current = () => {
      const { children } = article.current ?? document.createElement('div')
      for (let at = sections.length; at < children.length; at++) {
        const section = children[at] as Element
        sections.push(section)
        index.set(section, at)
        observer.observe(section)
      }
    }
    return () => observer.disconnect()
  }, [article])
  useEffect(() => observe.current(), [loaded])
  return span
}

function startOf(section: Element): number {
  return Number(section.querySelector('[data-at]')?.getAttribute('data-at') ?? 0)
}
