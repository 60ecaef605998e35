/** What a test draws by: the same each time, unless SEED says otherwise. It is printed where it is used. */
export const SEED = Number(process.env.SEED ?? 20_251)

export type Chance = () => number

/** Numbers from 0 to 1 that look like chance and are the same for the same seed (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One of several. */
export function pick<T>(from: readonly T[], draw: Chance): T {
  return from[Math.floor(draw() * from.length)] as T
}

/** In another order, each as likely (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], draw: Chance): T[] {
  const copy = [...items]
  for (let at = copy.length - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1))
    const held = copy[at] as T
    copy[at] = copy[other] as T
    copy[other] = held
  }
  return copy
}
