/** Chance that is the same in every run, from 0 to below 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Way = (bytes: Uint8Array, chance: () => number) => Uint8Array

const up = (to: number, chance: () => number) => Math.floor(chance() * to)

const WAYS: readonly Way[] = [
  function flip(bytes, chance) {
    const copy = bytes.slice()
    for (let times = 1 + up(12, chance); times > 0; times--) copy[up(copy.length, chance)] = up(256, chance)
    return copy
  },
  function cut(bytes, chance) {
    return bytes.slice(0, up(bytes.length, chance))
  },
  function repeat(bytes, chance) {
    const from = up(bytes.length, chance)
    const piece = bytes.slice(from, from + up(400, chance))
    const pieces = Array.from({ length: 1 + up(8, chance) }, () => piece)
    return Buffer.concat([bytes.slice(0, from), ...pieces, bytes.slice(from)])
  },
  function leaveOut(bytes, chance) {
    const from = up(bytes.length, chance)
    return Buffer.concat([bytes.slice(0, from), bytes.slice(from + up(200, chance))])
  },
  function swap(bytes, chance) {
    const [a, b] = [up(bytes.length, chance), up(bytes.length, chance)].toSorted((one, other) => one - other) as [number, number] // prettier-ignore
    return Buffer.concat([bytes.slice(0, a), bytes.slice(b, b + 60), bytes.slice(a + 60, b), bytes.slice(a, a + 60), bytes.slice(b + 60)]) // prettier-ignore
  },
  function nest(bytes, chance) {
    const from = up(bytes.length, chance)
    const piece =
      ['<div>', '<b>', '> ', '- ', '[', '(', '<<', '<w:p>', '__proto__', '\u0000', '*_'][up(11, chance)] ?? ''
    return Buffer.concat([bytes.slice(0, from), Buffer.from(piece.repeat(1 + up(200, chance))), bytes.slice(from)])
  },
]

/** The bytes with one thing about them changed. */
export function mutated(bytes: Uint8Array, chance: () => number): Uint8Array {
  const way = WAYS[up(WAYS.length, chance)] as Way
  return way(bytes, chance)
}
