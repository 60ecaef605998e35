'use client'

import { useEffect, useEffectEvent, type RefObject } from 'react'
import { covering } from '@/domain/annotations/segments'
import type { Span } from '@/domain/annotations/selector'
import { offsetAt, rectOf } from './geometry'
import type { TextMap } from './locate'

/**
 * Clicks on highlighted text: `onHit` gets what lies there, the smallest first, and where on the screen. The pointer shows
 * over which text a click would find something.
 */
export function useHits<S extends Span>(
  article: RefObject<HTMLElement | null>,
  map: TextMap,
  spans: readonly S[],
  onHit: (hit: readonly S[], at: DOMRect) => void,
): void {
  const under = useEffectEvent((event: MouseEvent) => {
    const offset = article.current && offsetAt(map, article.current, event.clientX, event.clientY)
    return offset === null ? null : { offset, hit: covering(spans, offset) }
  })
  const click = useEffectEvent((event: MouseEvent) => {
    if (getSelection()?.isCollapsed === false || (event.target as Element).closest('a')) return
    const found = under(event)
    const at = found && rectOf(map, { start: found.offset, end: found.offset + 1 })
    if (found && at) onHit(found.hit, at)
    else onHit([], new DOMRect())
  })
  useEffect(() => {
    const root = article.current
    if (!root) return
    let frame = 0
    const move = (event: PointerEvent) => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => root.classList.toggle('over-highlight', (under(event)?.hit.length ?? 0) > 0))
    }
    const onClick = (event: MouseEvent) => click(event)
    root.addEventListener('click', onClick)
    root.addEventListener('pointermove', move)
    return () => {
      cancelAnimationFrame(frame)
      root.removeEventListener('click', onClick)
      root.removeEventListener('pointermove', move)
    }
  }, [article])
}
