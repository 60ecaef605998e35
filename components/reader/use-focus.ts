'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Span } from '@/domain/annotations/selector'
import { showToast } from '@/components/ui/toast'
import { isInView, scrollToPassage } from './geometry'
import type { DocumentText } from './use-document-text'

type Known = Span & { id: string }

/**
 * Which annotation is open; `turn` counts how often that was chosen. The address names it, so that a reload finds it again; one that the address named first is
 * scrolled to as soon as its text is here.
 */
export function useFocus(documentId: string, text: DocumentText, known: readonly Known[] | null, asked: string | null) {
  const [{ focus, turn }, set] = useState({ focus: asked, turn: 0 })
  const waiting = useRef(asked)
  const { map, whenReached } = text
  const setFocus = useCallback(
    (id: string | null) => {
      set(({ turn }) => ({ focus: id, turn: turn + 1 }))
      waiting.current = null
      history.replaceState(null, '', `/d/${documentId}${id === null ? '' : `?a=${id}`}`)
    },
    [documentId],
  )
  /** Opens an annotation and brings its passage to the eye, unless it is there. */
  const goTo = useCallback(
    async (one: Known) => {
      setFocus(one.id)
      await whenReached(one.start)
      if (!isInView(map, one)) await scrollToPassage(map, one)
    },
    [map, setFocus, whenReached],
  )
  useEffect(() => {
    const id = waiting.current
    if (id === null || known === null) return
    const one = known.find((each) => each.id === id)
    if (one) void goTo(one)
    else {
      setFocus(null)
      showToast({ text: 'This annotation is gone, or it is not yours to see.' })
    }
  }, [known, goTo, setFocus])
  return { focus, turn, setFocus, goTo }
}
