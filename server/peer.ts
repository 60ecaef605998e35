import type { AsyncLocalStorage } from 'node:async_hooks'

type Peers = AsyncLocalStorage<{ address: string }>

/**
 * The address from which the request under way came, as our HTTP server saw it on the socket (or as a trusted proxy
 * told it): never from a header that a client can write. 'unknown' outside a request and under another HTTP server,
 * where all callers then share one allowance.
 */
export function peerAddress(): string {
  const peers = (globalThis as Record<symbol, unknown>)[Symbol.for('assay.peer')] as Peers | undefined
  return peers?.getStore()?.address ?? 'unknown'
}
