/**
 * A generator of numbers in [0, 1) that a seed (a 32-bit integer) fully determines, so that chance can be repeated:
 * mulberry32 by Tommy Ettinger (2017, public domain). Its period is 2³², 400 times what 10,000 replicates of 1,000
 * units draw. Its constants are his: the step is odd, so that every state is passed; the others mix the bits of the
 * state.
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
