'use client'

import { showToast } from '@/components/ui/toast'
import { focusSoon } from './focus-soon'
import { isInView, offsetAt, scrollToPassage } from './geometry'
import type { Opened } from './model'
import { select, sentenceAfter, sentenceBefore } from './sentences'
import type { Reading } from './use-reading'
import { useShortcuts, type Shortcuts } from './use-shortcuts'

/** Below what stays at the top of the window, in px. */
const TOP = 130

/** The keys of the reader: choose words, mark them, walk through what is marked. */
export function useReadingKeys(reading: Reading, opened: Opened, more: Shortcuts): void {
  const { selection, text, article, focus } = reading
  const { passage } = selection
  const sentence = (span: { start: number; end: number } | null) => {
    if (!span) return false
    select(text.map, span)
    selection.read() // the browser tells of it only later, and the next key may come before that
    if (!isInView(text.map, span)) void scrollToPassage(text.map, span)
    return true
  }
  const walk = (step: 1 | -1) => {
    const all = (reading.painted ?? []).toSorted((a, b) => a.start - b.start || a.end - b.end)
    const at = all.findIndex(({ id }) => id === focus)
    const here = topOffset(reading)
    const nearest =
      step === 1 ? all.findIndex(({ start }) => start >= here) : all.findLastIndex(({ start }) => start < here)
    const next = all[at >= 0 ? at + step : nearest]
    if (!next) return false
    void focusSoon(() => cardOf(next.id)?.querySelector('button'), { ready: reading.goTo(next) })
    return true
  }
  const labels = opened.labels.filter(({ retired, shortcut }) => !retired && shortcut !== null)
  const digits = labels.map(({ id, shortcut }) => [String(shortcut), () => reading.mark(id)] as const)
  useShortcuts({
    ...(opened.annotates && Object.fromEntries(digits)),
    c: () => (reading.chosen() ? beginOrSay(reading) : false),
    p: () => {
      if (!passage) return false
      reading.setVisibility(reading.visibility === 'team' ? 'private' : 'team')
    },
    s: () => sentence(sentenceAfter(text.map, passage ? passage.end : topOffset(reading))),
    S: () => sentence(sentenceBefore(text.map, passage ? passage.start : topOffset(reading))),
    j: () => walk(1),
    k: () => walk(-1),
    r: () => (focus === null ? false : focusReply(focus)),
    f: () => document.querySelector<HTMLElement>('[data-shortcut=f]')?.click(),
    Escape: () => {
      if (passage) selection.clear()
      else if (focus !== null) {
        reading.setFocus(null)
        void focusSoon(() => article.current)
      } else return false
    },
    ...more,
  })
}

/** Begins an annotation on the selection, unless one with words in it is open already. */
export function beginOrSay(reading: Reading): void {
  if (!reading.comment()) showToast({ text: 'You are writing an annotation already. Save or discard it first.' })
}

/** The offset of the first text that can be read in the window. */
function topOffset({ article, text }: Reading): number {
  const box = article.current?.getBoundingClientRect()
  if (!box || !article.current) return 0
  for (let y = Math.max(TOP, box.top + 2); y < innerHeight; y += 12) {
    for (const part of [0.1, 0.3, 0.6]) {
      const offset = offsetAt(text.map, article.current, box.left + box.width * part, y)
      if (offset !== null) return offset
    }
  }
  return 0
}

const cardOf = (id: string) => document.querySelector(`[data-annotation="${id}"]`)

/** Goes to where the open annotation is answered: a field, or the button that brings one. */
function focusReply(id: string): void {
  void focusSoon(() => cardOf(id)?.querySelector<HTMLElement>('[role=textbox], textarea, [data-begin]'), {
    focus: (found) => (found.matches('[data-begin]') ? found.click() : found.focus()),
  })
}
