'use client'

import { useMemo, useRef, useState } from 'react'
import type { Span } from '@/domain/annotations/selector'
import { usePending } from '@/components/annotations/use-pending'
import { rememberedVisibility, rememberVisibility } from '@/components/annotations/visibility-switch'
import { paintedOf, type Filter, type Opened, type Sort } from './model'
import type { Painted } from './paint'
import { plain, useComposing } from './use-composing'
import { useDocumentText } from './use-document-text'
import { useFocus } from './use-focus'
import { useLayer, usePainting } from './use-painting'
import { usePointed } from './use-pointed'
import { useSelection } from './use-selection'
import { useSpans } from './use-spans'

const NOTHING: readonly Painted[] = []

/** Everything that an open document is while someone reads it, and what they can do to it. */
export function useReading(opened: Opened, asked: string | null, at: Span | null) {
  const article = useRef<HTMLElement>(null)
  const text = useDocumentText(article, opened)
  const [filter, setFilter] = useState<Filter>({})
  const [sort, setSort] = useState<Sort>('position')
  const found = useSpans(opened.documentId, filter)
  const store = usePending()
  const composing = useComposing(opened, store.annotate)
  const painted = useMemo(
    () => found.spans && paintedOf(found.spans, store.pending, opened.labels),
    [found.spans, store.pending, opened.labels],
  )
  const focusing = useFocus(opened.documentId, text, painted, asked)
  const selection = useSelection(article, text.map, opened.annotates)
  const pointed = usePointed(text, at, focusing.turn)
  const [covering, setCovering] = useState(false)
  const focused = useMemo(() => painted?.find(({ id }) => id === focusing.focus) ?? null, [painted, focusing.focus])
  usePainting(text, covering ? NOTHING : painted)
  useLayer(text, 'focus', focused ?? pointed)
  useLayer(text, 'draft', composing.composed)
  const [visibility, setVisibility] = useState(rememberedVisibility)
  const { passage, read, clear } = selection
  /** What is selected; a key may be faster than the browser is in telling of the selection. */
  const chosen = () => passage ?? (opened.annotates ? read() : null)
  return {
    ...focusing,
    article,
    text,
    filter,
    setFilter,
    sort,
    setSort,
    found,
    store,
    composing,
    painted,
    focused,
    pointed,
    /** Whether it shows what was looked at, in place of what is annotated. */
    covering,
    setCovering,
    selection,
    visibility,
    setVisibility: (next: typeof visibility) => {
      rememberVisibility(next)
      setVisibility(next)
    },
    chosen,
    /** Marks the selected passage; false where nothing is selected. */
    mark: (labelId: string) => {
      const one = chosen()
      if (!one) return false
      store.annotate(plain(opened, one, visibility, labelId))
      clear()
      return true
    },
    /** Begins to write about the selected passage. */
    comment: () => {
      const one = chosen()
      if (!one || (composing.composed && !composing.composed.empty)) return false
      composing.begin(one, visibility)
      clear()
      return true
    },
  }
}

export type Reading = ReturnType<typeof useReading>
