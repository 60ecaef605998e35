'use client'

import { createStore, del, entries, get, set } from 'idb-keyval'
import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * What people are writing and what is not saved yet, in this browser (IndexedDB): it survives a reload, a crash and being
 * signed out. Keys begin with the person's id, so that two people at one machine don't meet each other's drafts.
 */
let store: ReturnType<typeof createStore> | undefined
const opened = () => (store ??= createStore('assay', 'drafts'))

/** A browser that forbids IndexedDB still lets people write; it only can't keep drafts. */
async function forgiving<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}

export const loadDraft = <T>(key: string): Promise<T | undefined> => forgiving(() => get<T>(key, opened()))
export const saveDraft = (key: string, value: unknown): Promise<unknown> => forgiving(() => set(key, value, opened()))
export const dropDraft = (key: string): Promise<unknown> => forgiving(() => del(key, opened()))

/** All drafts whose key begins so. */
export async function draftsUnder<T>(prefix: string): Promise<T[]> {
  const all = (await forgiving(() => entries<string, T>(opened()))) ?? []
  return all.filter(([key]) => key.startsWith(prefix)).map(([, value]) => value)
}

export type Draft<T> = {
  value: T
  /** What was kept is here; until then nothing should be shown to be written over. */
  ready: boolean
  change: (value: T) => void
  drop: () => void
}

/** A draft as state. Every change is kept at once; `drop` forgets it, and what is shown becomes `fresh` again. */
export function useDraft<T>(key: string, fresh: T): Draft<T> {
  const [state, setState] = useState<{ value: T; ready: boolean }>({ value: fresh, ready: false })
  const touched = useRef(false)
  useEffect(() => {
    let current = true
    void loadDraft<T>(key).then((kept) => {
      if (!current) return
      setState(({ value }) => ({ value: kept !== undefined && !touched.current ? kept : value, ready: true }))
    })
    return () => {
      current = false
    }
  }, [key])
  const change = useCallback(
    (value: T) => {
      touched.current = true
      setState({ value, ready: true })
      void saveDraft(key, value)
    },
    [key],
  )
  const [empty] = useState(fresh)
  const drop = useCallback(() => {
    setState({ value: empty, ready: true })
    void dropDraft(key)
  }, [key, empty])
  return { ...state, change, drop }
}
