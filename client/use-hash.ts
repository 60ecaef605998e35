import { useSyncExternalStore } from 'react'

/** What stands behind the # of the address, with it; null until the browser has taken over from the server. */
export function useHash(): string | null {
  return useSyncExternalStore(
    listen,
    () => location.hash,
    () => null,
  )
}

function listen(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}
