'use client'

import type { ReactNode } from 'react'
import { AnnotationCard } from '@/components/annotations/annotation-card'
import { Composer } from '@/components/annotations/composer'
import { PendingCard } from '@/components/annotations/pending-card'
import type { Beside } from './use-arranged'
import type { Reading } from './use-reading'

/** More cards than anybody reads at once, at the same place of a text. */
const MOST_CARDS = 200

export type CardBeside = Beside & { node: ReactNode }

/** The cards of what begins in a stretch of the text, in the order of their passages. */
export function cardsOf(reading: Reading, near: { start: number; end: number }): CardBeside[] {
  const { painted, found, store, focus, setFocus } = reading
  const waiting = new Map(store.pending.map((one) => [one.draft.id, one]))
  for (const { id } of found.spans ?? []) waiting.delete(id)
  const cards = (painted ?? [])
    .filter(({ start }) => near.start <= start && start < near.end)
    .slice(0, MOST_CARDS)
    .map(({ id, start, end }): CardBeside => {
      const pending = waiting.get(id)
      const node = pending ? (
        <PendingCard pending={pending} onRetry={() => store.retry(id)} onDiscard={() => store.discard(id)} />
      ) : (
        <AnnotationCard id={id} open={id === focus} onOpen={() => setFocus(id)} onClose={() => setFocus(null)} />
      )
      return { id, start, end, node }
    })
  const { composed } = reading.composing
  if (composed) cards.push({ id: composed.id, start: composed.start, end: composed.end, node: composerOf(reading) })
  return cards.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Where the annotation is written that is being written. */
export function composerOf({ composing, setFocus }: Reading): ReactNode {
  if (!composing.composed) return null
  return (
    <Composer
      value={composing.composed}
      onChange={composing.change}
      onDiscard={composing.discard}
      onSave={() => setFocus(composing.save())}
    />
  )
}
