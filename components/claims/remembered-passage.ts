'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { personHere } from '@/client/person'
import { sealText, unsealText } from '@/client/seal'
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
  if (last?.text === text) return last.value
  const person = personHere()
  const value = person && (unsealText(person.draftsKey, key, text) as Remembered | undefined)
  if (!value) return null
  last = { text, value }
  return value
}

/** Sealed as drafts are: a passage is of a document, and the tab may outlive the session. */
function write(key: string, one: Remembered): void {
  const person = personHere()
  if (person) sessionStorage.setItem(key, sealText(person.draftsKey, key, one))
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
      if (one) write(key, one)
      else sessionStorage.removeItem(key)
      for (const listener of listeners) listener()
    },
    [key],
  )
  return { remembered, remember }
}
