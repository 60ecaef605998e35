/** Numbers that look random and are the same on every run and machine (mulberry32). */
/** `fraction` is from 0 to just below 1. */
export type Random = {
  fraction: () => number
  below: (most: number) => number
  pick: <T>(from: readonly [T, ...T[]]) => T
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  return { fraction: next, below, pick: (from) => from[below(from.length)] ?? from[0] }
}
