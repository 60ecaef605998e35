'use client'

import { useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Span } from '@/domain/annotations/selector'
import { find } from '@/domain/documents/find'
import { fold } from '@/domain/documents/fold'
import { choose, topOffset } from './choose'
import { rectOf, scrollToPassage } from './geometry'
import type { Opened } from './model'
import { useLayer } from './use-painting'
import type { Reading } from './use-reading'

/** Painting more than this would cost more than anyone sees: those around the current one are painted. */
const MOST_PAINTED = 4_000

/** What stays at the top of the window while something is looked for, and the foot that a sheet may cover; in px and parts. */
const TOP = 150
const FOOT = 0.85

/** A selection as long as this is no longer what someone wants to look for. */
const LONGEST_WORDS = 80

const NONE: readonly Span[] = []

/**
 * Finds words in the text of the open document, wherever in it they are and whether or not they are on the page yet. Each
 * hit is painted; one of them is the current one, and is brought to the eye.
 */
export function useFind(reading: Reading, { parts }: Opened) {
  const { text, article } = reading
  const { map, loaded } = text
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const [wholeWord, setWholeWord] = useState(false)
  /** Where to go on from: the hit at or after this offset is the current one. */
  const [from, setFrom] = useState(0)
  const sought = useDeferredValue(words)
  const before = useRef<Element | null>(null)
  const all = useMemo(() => {
    if (!open || loaded === 0) return null
    const whole = map.textOf({ start: 0, end: map.end })
    return { whole, folded: fold(whole) }
  }, [open, loaded, map])
  const hits = useMemo(
    () => (all ? find(all.whole, all.folded, sought, { wholeWord }) : NONE),
    [all, sought, wholeWord],
  )
  const after = hits.findIndex(({ start }) => start >= from)
  const at = hits.length === 0 ? -1 : Math.max(0, after)
  const current = hits[at] ?? null
  const painted = useMemo(() => around(hits, at), [hits, at])
  useLayer(text, 'found', painted)
  useLayer(text, 'found-now', current)
  const [start, end] = [current?.start, current?.end]
  useEffect(() => {
    if (start === undefined || end === undefined) return
    const rect = rectOf(map, { start, end })
    if (!rect || rect.top < TOP || rect.bottom > innerHeight * FOOT) void scrollToPassage(map, { start, end })
  }, [map, start, end])
  const step = (by: 1 | -1) => {
    const next = hits[(at + by + hits.length) % Math.max(1, hits.length)]
    if (next) setFrom(next.start)
  }
  const begin = () => {
    before.current = document.activeElement
    const selected = reading.selection.passage
    const short = selected && selected.exact.length <= LONGEST_WORDS && !selected.exact.includes('\n')
    if (short) setWords(selected.exact)
    setFrom(selected ? selected.start : topOffset({ article, text }))
    setOpen(true)
  }
  /** Leaves what was found selected, so that it can be annotated; or the focus where it was. */
  const close = () => {
    setOpen(false)
    const hit = current
    requestAnimationFrame(() => {
      if (hit) choose(reading, hit)
      else if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
    })
  }
  useFindKeys({ open, begin, step })
  return { open, words, setWords, wholeWord, setWholeWord, hits, at, step, begin, close, whole: loaded >= parts }
}

export type Find = ReturnType<typeof useFind>

/** Those to be painted: all, or so many on both sides of the current one. */
function around(hits: readonly Span[], at: number): readonly Span[] {
  if (hits.length <= MOST_PAINTED) return hits
  const first = Math.max(0, Math.min(at - MOST_PAINTED / 2, hits.length - MOST_PAINTED))
  return hits.slice(first, first + MOST_PAINTED)
}

/**
 * Ctrl-F, or what a Mac has for it, finds here, since the browser finds only what is on the page; pressed again in the bar it
 * is the browser's. F3 and Ctrl-G go on, back with Shift.
 */
function useFindKeys({ open, begin, step }: Pick<Find, 'open' | 'begin' | 'step'>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event
    if (altKey || event.defaultPrevented || document.querySelector('dialog[open]')) return
    const control = ctrlKey || metaKey
    if (control && !shiftKey && key.toLowerCase() === 'f') {
      const field = document.querySelector<HTMLInputElement>('[data-find] input')
      if (field && field === document.activeElement) return
      event.preventDefault()
      if (open) field?.select()
      if (open) field?.focus()
      else begin()
    } else if (open && (key === 'F3' || (control && key.toLowerCase() === 'g'))) {
      event.preventDefault()
      step(shiftKey ? -1 : 1)
    }
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}
