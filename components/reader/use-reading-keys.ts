'use client'

import type { Span } from '@/domain/annotations/selector'
import { showToast } from '@/components/ui/toast'
import { choose, topOffset } from './choose'
import { focusSoon } from './focus-soon'
import type { Opened } from './model'
import { sentenceAfter, sentenceBefore } from './sentences'
import type { Reading } from './use-reading'
import { useShortcuts, type Shortcuts } from './use-shortcuts'

/**
 * The keys of the reader: choose words, mark them, walk through what is marked, and `more`. Escape lets go of the selection,
 * then does what `more` has for it, then closes what is open.
 */
export function useReadingKeys(reading: Reading, opened: Opened, { Escape: cancel, ...more }: Shortcuts): void {
  const { selection, text, article, focus } = reading
  const { passage } = selection
  const sentence = (span: { start: number; end: number } | null) => {
    if (!span) return false
    choose(reading, span)
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
    openCard(reading, next)
    return true
  }
  const labels = opened.labels.filter(({ retired, shortcut }) => !retired && shortcut !== null)
  const digits = labels.map(({ id, shortcut }) => [String(shortcut), () => reading.mark(id)] as const)
  useShortcuts({
    ...(opened.annotates && Object.fromEntries(digits)),
    c: () => (reading.chosen() ? beginOrSay(reading) : false),
    // By what is selected now, as the keys that mark it: who types fast must not share what they meant to keep.
    p: () => {
      if (!reading.chosen()) return false
      reading.setVisibility(reading.visibility === 'team' ? 'private' : 'team')
    },
    s: () => sentence(sentenceAfter(text.map, passage ? passage.end : topOffset(reading))),
    S: () => sentence(sentenceBefore(text.map, passage ? passage.start : topOffset(reading))),
    j: () => walk(1),
    k: () => walk(-1),
    r: () => (focus === null ? false : focusReply(focus)),
    e: () => (focus === null ? false : settle(focus)),
    t: () => article.current?.focus({ preventScroll: true }),
    f: () => document.querySelector<HTMLElement>('[data-shortcut=f]')?.click(),
    Escape: () => {
      if (passage) return selection.clear()
      if (cancel && cancel() !== false) return
      if (focus !== null || reading.pointed) {
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

const cardOf = (id: string) => document.querySelector(`[data-annotation="${id}"]`)

/** Opens an annotation, and gives its card the focus. */
export function openCard(reading: Reading, one: Span & { id: string }): void {
  void focusSoon(() => cardOf(one.id)?.querySelector('button'), { ready: reading.goTo(one) })
}

/** Presses what resolves the open annotation's thread, or reopens it. */
function settle(id: string): boolean {
  const button = cardOf(id)?.querySelector<HTMLElement>('[data-settle]')
  button?.click()
  return button !== null && button !== undefined
}

/** Goes to where the open annotation is answered: a field, or the button that brings one. */
function focusReply(id: string): void {
  void focusSoon(() => cardOf(id)?.querySelector<HTMLElement>('[role=textbox], textarea, [data-begin]'), {
    focus: (found) => (found.matches('[data-begin]') ? found.click() : found.focus()),
  })
}
