'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { call } from './call'

/** How often it is asked for while a page is seen; in ms. */
const EVERY_MS = 60_000

let count = 0
const listeners = new Set<() => void>()

/** Asks how many notifications are unread. What fails changes nothing: it is asked for again. */
export async function refreshUnread(): Promise<void> {
  if (document.visibilityState === 'hidden') return
  const told = await call('GET /me/notifications/unread', {}).catch(() => null)
  if (!told) return
  count = told.count
  listeners.forEach((listen) => listen())
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

/** How many notifications its reader has not read: asked for now, each minute, and when they come back to the window. */
export function useUnread(): number {
  useEffect(() => {
    void refreshUnread()
    const clock = setInterval(() => void refreshUnread(), EVERY_MS)
    const back = () => void refreshUnread()
    document.addEventListener('visibilitychange', back)
    return () => {
      clearInterval(clock)
      document.removeEventListener('visibilitychange', back)
    }
  }, [])
  return useSyncExternalStore(
    subscribe,
    () => count,
    () => 0,
  )
}
