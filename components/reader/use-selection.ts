'use client'

import { useCallback, useEffect, useState, type RefObject } from 'react'
import type { TextMap } from './locate'
import { selectedPassage, type Passage } from './selection'

/** A finger lifts and moves the ends of a selection many times; in ms until it counts as made. */
const SETTLED_MS = 250

/**
 * What is selected in the document, once the mouse is up or the finger rests; with ways to read it at once and to let go
 * of it.
 */
export function useSelection(article: RefObject<HTMLElement | null>, map: TextMap, active: boolean) {
  const [passage, setPassage] = useState<Passage | null>(null)
  const read = useCallback(() => {
    const root = article.current
    const found = root && selectedPassage(root, map)
    setPassage((before) => (same(before, found) ? before : found))
    if (found) performance.mark('assay:selected')
    return found
  }, [article, map])
  useEffect(() => {
    if (!active) return
    let down = false
    let touch = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      clearTimeout(timer)
      // What is no longer selected goes at once; what is being dragged waits until the mouse is up.
      if (getSelection()?.isCollapsed || !(down || touch)) read()
      else if (touch) timer = setTimeout(read, SETTLED_MS)
    }
    const stop = new AbortController()
    const { signal } = stop
    document.addEventListener('selectionchange', later, { signal })
    const press = ({ pointerType }: PointerEvent) => {
      touch = pointerType === 'touch'
      down = pointerType === 'mouse'
    }
    document.addEventListener('pointerdown', press, { signal })
    document.addEventListener(
      'pointerup',
      () => {
        if (!down) return
        down = false
        // A click clears the selection only after this event.
        setTimeout(read, 0)
      },
      { signal },
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [read, active])
  const clear = useCallback(() => {
    getSelection()?.removeAllRanges()
    setPassage(null)
  }, [])
  return { passage, read, clear }
}

const same = (a: Passage | null, b: Passage | null): boolean =>
  a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end)
