'use client'

import { useEffect } from 'react'
import type { Span } from '@/domain/annotations/selector'
import type { Painted } from './paint'
import type { DocumentText } from './use-document-text'

/**
 * Keeps the highlights in step with what is annotated, what is in focus, and what is being written about. Marks on the
 * browser's timeline say when everything was painted; benches read them.
 */
export function usePainting(
  { painter, loaded }: DocumentText,
  parts: number,
  shown: { painted: readonly Painted[] | null; focus: Span | null; draft: Span | null },
): void {
  useEffect(() => {
    if (!painter || !shown.painted) return
    painter.show(shown.painted)
    if (loaded >= parts) performance.mark('assay:painted')
    if (shown.painted.some(({ look }) => look === 'saving')) performance.mark('assay:highlighted')
  }, [painter, loaded, parts, shown.painted])
  useEffect(() => painter?.single('focus', shown.focus), [painter, loaded, shown.focus])
  useEffect(() => painter?.single('draft', shown.draft), [painter, loaded, shown.draft])
  useEffect(() => () => painter?.clear(), [painter])
}
