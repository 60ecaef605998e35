import type { AsyncLocalStorage } from 'node:async_hooks'

type Peer = { address: string; encoded?: (encoding: string) => void }

/** What our HTTP server (scripts/serve.mjs) knows of the request under way; nothing under another one. */
function peer(): Peer | undefined {
  const peers = (globalThis as Record<symbol, unknown>)[Symbol.for('assay.peer')] as AsyncLocalStorage<Peer> | undefined
  return peers?.getStore()
}

/**
 * The address from which the request under way came, as our HTTP server saw it on the socket (or as a trusted proxy
 * told it): never from a header that a client can write. 'unknown' outside a request and under another HTTP server,
 * where all callers then share one allowance.
 */
export function peerAddress(): string {
  return peer()?.address ?? 'unknown'
}

/** Whether answers can be compressed by us. */
export const canSendEncoded = (): boolean => peer()?.encoded !== undefined

/** Says that the answer to the request under way is compressed, and how. */
export function sendEncoded(encoding: string): void {
  peer()?.encoded?.(encoding)
}
