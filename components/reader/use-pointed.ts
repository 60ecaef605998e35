'use client'

import { useEffect } from 'react'
import type { Span } from '@/domain/annotations/selector'
import { scrollToPassage } from './geometry'
import type { DocumentText } from './use-document-text'

/** Brings the passage to the eye that the address names by its offsets; it shows until `turn`: something else is looked at. */
export function usePointed({ map, whenReached }: DocumentText, asked: Span | null, turn: number): Span | null {
  useEffect(() => {
    if (!asked) return
    let current = true
    void whenReached(asked.start).then(() => {
      if (current) void scrollToPassage(map, asked)
    })
    return () => {
      current = false
    }
  }, [asked, map, whenReached])
  return turn === 0 ? asked : null
}
