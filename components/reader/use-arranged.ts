'use client'

import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { Span } from '@/domain/annotations/selector'
import { arrange } from './arrange'
import { rectOf } from './geometry'
import type { TextMap } from './locate'

/** Something that stands beside its passage. */
export type Beside = Span & { id: string }

/**
 * Puts the children of `box`, one for each of `items` in their order, beside their passages so that none covers another:
 * after every change of what is there, of its size, or of the document's layout.
 */
export function useArranged(
  box: RefObject<HTMLElement | null>,
  article: RefObject<HTMLElement | null>,
  map: TextMap,
  items: readonly Beside[],
  focus: string | null,
): void {
  const place = useRef(() => {})
  useLayoutEffect(() => {
    place.current = () => {
      const root = box.current
      if (!root) return
      const top = root.getBoundingClientRect().top
      const children = [...root.children] as HTMLElement[]
      const cards = items.map((item, at) => ({
        wanted: (rectOf(map, item)?.top ?? 0) - top,
        height: children[at]?.offsetHeight ?? 0,
      }))
      const at = items.findIndex(({ id }) => id === focus)
      const tops = arrange(cards, at < 0 ? null : at)
      for (const [index, child] of children.entries()) {
        child.style.transform = `translateY(${Math.round(tops[index] ?? 0)}px)`
        child.style.opacity = '1'
      }
      const last = items.length - 1
      root.style.minHeight = last < 0 ? '' : `${(tops[last] ?? 0) + (cards[last]?.height ?? 0)}px`
    }
    place.current()
  })
  useLayoutEffect(() => {
    let frame = 0
    const soon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => place.current())
    }
    const observer = new ResizeObserver(soon)
    for (const each of [article.current, ...(box.current?.children ?? [])]) if (each) observer.observe(each)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
    }
  }, [article, box, items])
}
