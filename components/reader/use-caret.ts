'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { caretOffset, caretRect, moveCaret, putCaret } from './caret'
import { moveOf, systemOf } from './caret-keys'
import { topOffset } from './choose'
import type { Reading } from './use-reading'

/** Where the caret stands in the text, and where it was before the last move. */
export type Caret = { at: number; was: number }

/** Between what stays at the top of the window and what may cover its foot; in px. */
const FREE = { top: 130, bottom: 90 }

/**
 * A caret in a text that nobody can edit: it appears when the document gets the focus by keyboard, moves as in a text
 * field, and selects with Shift. A mouse puts it away. Enter is `enter`, with the offset at which the caret stands.
 */
export function useCaret(reading: Reading, enter: (at: number) => void): Caret | null {
  const { article, selection, composing } = reading
  const { map } = reading.text
  const [caret, setCaret] = useState<Caret | null>(null)
  const [kept, keep] = useState<number | null>(null)
  const show = (at: number, was: number) => {
    setCaret({ at, was })
    keep(at)
    reveal(caretRect(map, at))
  }
  const begin = useEffectEvent((root: HTMLElement) => {
    if (!root.matches(':focus-visible')) return
    const at = caretOffset(root, map) ?? kept ?? topOffset(reading)
    if (caretOffset(root, map) === null) putCaret(map, at)
    show(at, at)
  })
  const press = useEffectEvent((root: HTMLElement, event: KeyboardEvent) => {
    if (!caret || event.defaultPrevented || event.target !== root) return
    if (event.key === 'Enter') {
      event.preventDefault()
      return enter(caret.at)
    }
    const move = moveOf(event, systemOf(navigator.platform))
    if (!move) return
    event.preventDefault()
    // Someone let go of the selection, and the browser of the caret with it.
    if (caretOffset(root, map) === null) putCaret(map, caret.at)
    show(moveCaret(root, map, caret.at, move, event.shiftKey), caret.at)
    selection.read()
  })
  const away = useEffectEvent(() => setCaret(null))
  useEffect(() => {
    const root = article.current
    if (!root) return
    const stop = new AbortController()
    const { signal } = stop
    root.addEventListener('focus', () => begin(root), { signal })
    root.addEventListener('blur', () => away(), { signal })
    root.addEventListener('keydown', (event) => press(root, event), { signal })
    document.addEventListener('pointerdown', () => away(), { signal })
    return () => stop.abort()
  }, [article])
  // Where what was written is saved or discarded, its field takes the focus with it.
  const writing = composing.composed !== null
  const wrote = useRef(writing)
  useEffect(() => {
    if (wrote.current && !writing && document.activeElement === document.body)
      article.current?.focus({ preventScroll: true })
    wrote.current = writing
  }, [article, writing])
  return caret
}

function reveal(rect: DOMRect | null): void {
  if (!rect) return
  const above = rect.top - FREE.top
  const below = rect.bottom - (innerHeight - FREE.bottom)
  if (above < 0 || below > 0) scrollBy({ top: above < 0 ? above : below, behavior: 'instant' })
}
