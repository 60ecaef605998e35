import { setImmediate } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Span } from '@/domain/annotations/selector'
import { sentencesOf } from '@/domain/claims/sentences'
import type { FrozenVersion } from '../documents/find-version'

/** What the cache may hold, in sentences; each takes some fifty bytes. */
const MOST_SENTENCES = 500_000

/** After so many sentences others get their turn: a few milliseconds, where three megabytes take a fifth of a second. */
const IN_ONE_GO = 500

const cache = new LRUCache<string, readonly Span[]>({
  maxSize: MOST_SENTENCES,
  sizeCalculation: ({ length }) => length + 1,
})

/** The sentences of a version, in order. Versions never change, so they are looked for once. */
export async function findSentences({ id, text }: FrozenVersion): Promise<readonly Span[]> {
  const known = cache.get(id)
  if (known) return known
  const found: Span[] = []
  for (const sentence of sentencesOf(text)) {
    found.push(sentence)
    if (found.length % IN_ONE_GO === 0) await setImmediate()
  }
  cache.set(id, found)
  return found
}
