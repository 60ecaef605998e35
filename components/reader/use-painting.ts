'use client'

import { useEffect } from 'react'
import type { Span } from '@/domain/annotations/selector'
import type { Painted } from './paint'
import type { DocumentText } from './use-document-text'

/** Keeps the highlights in step with what is annotated, what is in focus, and what is being written about. */
export function usePainting(
  { open, loaded }: DocumentText,
  shown: { painted: readonly Painted[] | null; focus: Span | null; draft: Span | null },
): void {
  useEffect(() => {
    if (!shown.painted) return
    open.paint(shown.painted)
    if (shown.painted.some(({ look }) => look === 'saving')) performance.mark('assay:highlighted') // for benches
  }, [open, shown.painted])
  useEffect(() => open.painter.single('focus', shown.focus), [open, loaded, shown.focus])
  useEffect(() => open.painter.single('draft', shown.draft), [open, loaded, shown.draft])
}
