'use client'

import { useEffect, useRef, type RefObject } from 'react'
import { useDesk } from './desk'

/** What is above it may still move the page for a while: so many frames it stands still before it is gone to. */
const STILL_FRAMES = 8
const PATIENCE_MS = 4_000

/** Brings a comment to the eye, and to who reads by ear, if it is the one that the address names. Once. */
export function useNamed(commentId: string): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null)
  const { comment } = useDesk()
  const named = comment === commentId
  useEffect(() => {
    if (!named) return
    let frame = 0
    let [still, before] = [0, NaN]
    const begun = performance.now()
    const look = () => {
      const { top = 0 } = element.current?.getBoundingClientRect() ?? {}
      still = top === before ? still + 1 : 0
      before = top
      if (still < STILL_FRAMES && performance.now() - begun < PATIENCE_MS) frame = requestAnimationFrame(look)
      else {
        element.current?.scrollIntoView({ block: 'nearest' })
        element.current?.focus({ preventScroll: true })
      }
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [named])
  return element
}
