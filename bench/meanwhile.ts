/** How often others ask meanwhile, and for how long at least in each turn; in ms. */
const EVERY_MS = 20
const WATCHED_MS = 8_000

/** What others may wait: 99 of 100 of them; in ms. */
export const OTHERS_MS = 100

export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

type Meanwhile = () => Promise<void>

/** The same work again and again, for as long as is watched. */
export const whileBusy =
  (work: () => Promise<unknown>): Meanwhile =>
  async () => {
    const until = performance.now() + WATCHED_MS
    while (performance.now() < until) await work()
  }
export const whileQuiet = (): Meanwhile => () => new Promise((resolve) => setTimeout(resolve, WATCHED_MS))

/** How long 99 of 100 requests take that are made at a steady pace while something goes on; in ms. */
export async function p99(ask: () => Promise<unknown>, meanwhile: Meanwhile): Promise<number> {
  const waits: Promise<number>[] = []
  const clock = setInterval(() => waits.push(timed(ask)), EVERY_MS)
  await meanwhile().finally(() => clearInterval(clock))
  const sorted = (await Promise.all(waits)).sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? NaN
}
