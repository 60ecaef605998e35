'use client'

import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { Problem } from './call'

/** How often what others may have changed is asked for again while a page is open and seen; in ms. */
const REFRESH_MS = 30_000

/** Focusing a window fires several events; one refresh is enough for them; in ms. */
const AT_MOST_EVERY_MS = 2_000

/** What a page has fetched. Refusals are not asked for again; what failed in passing is, twice. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: 20_000,
            refetchOnWindowFocus: false,
            refetchOnReconnect: false,
            retry: (failures, error) => failures < 2 && error instanceof Problem && error.passing,
          },
        },
      }),
  )
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

/** Asks again for all that is shown: every half minute while the page is seen, and when someone comes back to it. */
export function useRefresh(): void {
  const client = useQueryClient()
  useEffect(() => {
    let last = Date.now()
    const refresh = () => {
      if (document.visibilityState === 'hidden' || Date.now() - last < AT_MOST_EVERY_MS) return
      last = Date.now()
      void client.invalidateQueries()
    }
    const timer = setInterval(refresh, REFRESH_MS)
    const stop = new AbortController()
    for (const event of ['focus', 'online']) addEventListener(event, refresh, { signal: stop.signal })
    document.addEventListener('visibilitychange', refresh, { signal: stop.signal })
    return () => {
      clearInterval(timer)
      stop.abort()
    }
  }, [client])
}
