'use client'

import { createStore, del, entries, get, set } from 'idb-keyval'
import { useCallback, useEffect, useRef, useState } from 'react'
import { personHere } from './person'
import { seal, unseal } from './seal'

/**
 * What people are writing and what is not saved yet, in this browser (IndexedDB): it survives a reload, a crash and being
 * signed out. It lies there encrypted, under a key that the server tells only to the person who wrote it, so that after
 * signing out nobody reads it until they are back. The names of drafts are ids, and begin with the person's.
 */
type Store = ReturnType<typeof createStore>
let store: Promise<Store> | undefined
const opened = () => (store ??= open())

async function open(): Promise<Store> {
  const made = createStore('assay', 'drafts')
  await sealOld(made)
  return made
}

/** Earlier versions kept drafts as they were: those of this person are sealed now, those of others go. */
async function sealOld(made: Store): Promise<void> {
  const person = personHere()
  if (!person) return
  for (const [name, value] of await entries<string, unknown>(made)) {
    if (value instanceof Uint8Array) continue
    if (name.startsWith(`${person.id}/`)) await set(name, seal(person.draftsKey, name, value), made)
    else await del(name, made)
  }
}

/** Where nothing can be kept, on a page without a session or in a browser that forbids it: as long as the page is open. */
const unkept = new Map<string, unknown>()

async function kept<R>(work: (store: Store, key: string) => Promise<R>, otherwise: () => R): Promise<R> {
  const person = personHere()
  if (!person) return otherwise()
  try {
    return await work(await opened(), person.draftsKey)
  } catch {
    return otherwise()
  }
}

const readable = (key: string, name: string, value: unknown): unknown =>
  value instanceof Uint8Array ? unseal(key, name, value) : undefined

/** What was kept under this name; undefined for nothing, and for what this person can't read. */
export const loadDraft = <T>(name: string): Promise<T | undefined> =>
  kept(
    async (store, key) => readable(key, name, await get(name, store)) as T | undefined,
    () => unkept.get(name) as T | undefined,
  )

export const saveDraft = (name: string, value: unknown): Promise<void> =>
  kept(
    (store, key) => set(name, seal(key, name, value), store),
    () => void unkept.set(name, value),
  )

export const dropDraft = (name: string): Promise<void> =>
  kept(
    (store) => del(name, store),
    () => void unkept.delete(name),
  )

/** All drafts whose name begins so. */
export const draftsUnder = <T>(prefix: string): Promise<T[]> =>
  kept(
    async (store, key) =>
      (await entries<string, unknown>(store))
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => readable(key, name, value) as T | undefined)
        .filter((value) => value !== undefined),
    () => [...unkept].filter(([name]) => name.startsWith(prefix)).map(([, value]) => value as T),
  )

/** Sees to it that nothing of an earlier version lies here in clear, whether or not this page has a draft. */
export const tidyDrafts = (): Promise<void> =>
  kept(
    async () => undefined,
    () => undefined,
  )

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
