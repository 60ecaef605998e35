'use client'

import { useCallback, useSyncExternalStore } from 'react'
import type { StandingClaim } from './conflict-side'
import type { PassageDraft } from './passage-draft'

/** The first passage of a conflict, until its other one is chosen, with the claims that stand on it. */
export type Remembered = { passage: PassageDraft; title: string; claims: readonly StandingClaim[] }

const listeners = new Set<() => void>()

/** What was read last: the same object as long as the text is the same, as React wants it. */
let last: { text: string; value: Remembered } | null = null

function read(key: string): Remembered | null {
  const text = sessionStorage.getItem(key)
  if (text === null) return null
  if (last?.text !== text) last = { text, value: JSON.parse(text) as Remembered }
  return last.value
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * One passage of a project, for as long as this tab is open: another document can be opened meanwhile. Kept for the person
 * who chose it.
 */
export function useRememberedPassage(personId: string, projectId: string) {
  const key = `assay:conflict:${personId}:${projectId}`
  const remembered = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  )
  const remember = useCallback(
    (one: Remembered | null) => {
      if (one) sessionStorage.setItem(key, JSON.stringify(one))
      else sessionStorage.removeItem(key)
      for (const listener of listeners) listener()
    },
    [key],
  )
  return { remembered, remember }
}
