import { MOST } from '@/domain/search/search'
import type { EntryKind } from './branches'

/**
 * What looking costs, in microseconds as they were measured among a million entries: only their ratios matter. To gather is
 * to ask the index over words, and then to fetch each entry that it names, wherever it lies.
 */
const GATHER = { begin: 2_000, each: 20 }

/** To walk is to go from the newest entry on, which lie side by side, and to look at each. */
const WALK = { each: { whole: 0.4, part: 1.2 }, found: 13 }

/** A passage of a document is longer than anything else that is looked at. */
const LONG: { [K in EntryKind]?: number } = { passage: 15 }

/** A filter is taken to leave so much of what says what is looked for. */
const LEFT_BY_FILTER = 0.1

type Expected = {
  kind: EntryKind
  /** Entries of the kind and place. */
  all: number
  /** Of these, the ones that say what is looked for. */
  saying: number
  tier: 'whole' | 'part'
  filtered: boolean
}

/** Whether the newest that are wanted are found sooner by walking than by gathering all of them. */
export function walks({ kind, all, saying, tier, filtered }: Expected): boolean {
  const left = saying * (filtered ? LEFT_BY_FILTER : 1)
  const way = Math.min(1, MOST[tier] / Math.max(left, 1))
  const walking = way * (all * WALK.each[tier] * (LONG[kind] ?? 1) + saying * WALK.found)
  return walking < GATHER.begin + saying * GATHER.each
}
