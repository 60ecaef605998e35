import { AsyncLocalStorage } from 'node:async_hooks'
import type { Refusal } from '@/domain/refusal'

const PEER = Symbol.for('assay.peer')
const peers = new AsyncLocalStorage<{ address: string }>()

/** Runs `work` as a request from this address, which is what our HTTP server tells of each. */
export function from<T>(address: string, work: () => Promise<T>): Promise<T> {
  Object.assign(globalThis, { [PEER]: peers })
  return peers.run({ address }, work)
}

/** How attempts ended: how many were done, and how many of each kind were refused. */
export async function tally(attempts: Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const ended of await Promise.allSettled(attempts)) {
    const how = ended.status === 'fulfilled' ? 'done' : ((ended.reason as Refusal).kind ?? String(ended.reason))
    counts[how] = (counts[how] ?? 0) + 1
  }
  return counts
}
