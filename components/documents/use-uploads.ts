'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { newUpload, sendFile, STOPPED, type Upload } from '@/client/uploads'
import type { Dropped } from './dropped'

/** Two at a time: the server converts two at once, and the rest would only wait there. */
const AT_ONCE = 2

type Waiting = { upload: Upload; file: File; stop: AbortController }

/** The files that are sent from this page, in the order in which they were chosen. `most` is of one file, in bytes. */
export function useUploads(projectId: string, most: number) {
  const router = useRouter()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const files = useRef(new Map<string, Waiting>())
  const queue = useRef<Waiting[]>([])
  const running = useRef(0)
  const busy = uploads.some(({ state }) => !finished(state))

  useEffect(() => {
    if (!busy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [busy])

  const change = (id: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...part } : each)))
  const pump = () => {
    while (running.current < AT_ONCE) {
      const next = queue.current.shift()
      if (!next) return
      if (next.stop.signal.aborted) continue
      const { upload, file } = next
      running.current += 1
      void sendFile(upload, { projectId, file, most, signal: next.stop.signal }, (part) =>
        change(upload.id, part),
      ).finally(() => {
        running.current -= 1
        router.refresh()
        pump()
      })
    }
  }
  const enqueue = (fresh: Waiting[]) => {
    for (const each of fresh) files.current.set(each.upload.id, each)
    queue.current.push(...fresh)
    pump()
  }
  return {
    uploads,
    add: (chosen: readonly Dropped[]) => {
      const fresh = chosen.map(({ file, path, skipped }) => ({
        upload: uploadOf(path, skipped),
        file,
        stop: new AbortController(),
      }))
      // What failed stays until it is cleared: its message says what to do about it.
      setUploads((all) => [
        ...all.filter(({ state }) => state !== 'done' && state !== 'skipped'),
        ...fresh.map(({ upload }) => upload),
      ])
      enqueue(fresh.filter(({ upload }) => upload.state === 'waiting'))
    },
    /** Sends these again, as the same writes: what was made of one after all is not made twice. */
    retry: (again: readonly Upload[]) => {
      const known = again.flatMap(({ id }) => files.current.get(id) ?? [])
      for (const { upload } of known) change(upload.id, { state: 'waiting', message: '', sent: 0, retry: false })
      enqueue(known.map((each) => ({ ...each, stop: new AbortController() })))
    },
    stop: (these: readonly Upload[]) => {
      for (const { id, state } of these) {
        files.current.get(id)?.stop.abort()
        if (state === 'waiting') change(id, { state: 'failed', message: STOPPED, retry: true })
      }
    },
    clear: () => setUploads((all) => all.filter(({ state }) => !finished(state))),
  }
}

export const finished = (state: Upload['state']) => state === 'done' || state === 'failed' || state === 'skipped'

function uploadOf(path: string, skipped: string): Upload {
  const upload = newUpload(path)
  return skipped === '' ? upload : { ...upload, state: 'skipped', message: skipped }
}
