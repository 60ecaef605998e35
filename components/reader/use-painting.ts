'use client'

import { useEffect } from 'react'
import type { Span } from '@/domain/annotations/selector'
import type { Layer, Painted } from './paint'
import type { DocumentText } from './use-document-text'

/** Keeps the highlights in step with what is annotated. */
export function usePainting({ open }: DocumentText, painted: readonly Painted[] | null): void {
  useEffect(() => {
    if (!painted) return
    open.paint(painted)
    if (painted.some(({ look }) => look === 'saving')) performance.mark('assay:highlighted') // for benches
  }, [open, painted])
}

/** Keeps one look in step with what has it: what is in focus, or being written about. Null has none. */
export function useLayer({ open, loaded }: DocumentText, look: Layer, what: Span | readonly Span[] | null): void {
  useEffect(() => {
    open.painter.layer(look, what === null ? [] : 'start' in what ? [what] : what)
  }, [open, loaded, look, what])
}
