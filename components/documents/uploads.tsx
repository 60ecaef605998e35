'use client'

import { Check, CircleAlert, Loader } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { newUpload, sendFile, type Upload } from '@/client/uploads'
import { Button } from '@/components/ui/button'

/** Two at a time: the server converts two at once, and the rest would only wait there. */
const AT_ONCE = 2
export const ACCEPTED = '.txt,.text,.md,.markdown,.html,.htm,.xhtml'

/** Files that are sent from this page, in the order in which they were chosen. */
export function useUploads(projectId: string) {
  const router = useRouter()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const files = useRef(new Map<string, File>())
  const queue = useRef<Upload[]>([])
  const running = useRef(0)

  const change = (id: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...part } : each)))
  const pump = () => {
    while (running.current < AT_ONCE) {
      const next = queue.current.shift()
      const file = next && files.current.get(next.id)
      if (!next || !file) return
      running.current += 1
      void sendFile(projectId, next, file, (part) => change(next.id, part)).finally(() => {
        running.current -= 1
        router.refresh()
        pump()
      })
    }
  }
  const enqueue = (fresh: Upload[]) => {
    queue.current.push(...fresh)
    pump()
  }
  return {
    uploads,
    add: (chosen: Iterable<File>) => {
      const fresh = [...chosen].map((file) => {
        const upload = newUpload(file)
        files.current.set(upload.id, file)
        return upload
      })
      setUploads((all) => [...all.filter(({ state }) => state !== 'done'), ...fresh])
      enqueue(fresh)
    },
    retry: (upload: Upload) => {
      change(upload.id, { state: 'waiting', message: '' })
      enqueue([upload])
    },
    clear: () => setUploads((all) => all.filter(({ state }) => state !== 'done' && state !== 'failed')),
  }
}

/** A place to drop files on, around whatever it holds. */
export function DropZone({ onFiles, children }: { onFiles: (files: Iterable<File>) => void; children: ReactNode }) {
  const [over, setOver] = useState(false)
  const isFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return (
    <div
      onDragOver={(event) => {
        if (!isFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        if (!isFiles(event)) return
        event.preventDefault()
        setOver(false)
        onFiles(event.dataTransfer.files)
      }}
      className={`relative rounded-lg ${over ? 'outline-accent outline-2 outline-offset-4 outline-dashed' : ''}`}
    >
      {over ? (
        <div className="bg-accent-wash/90 text-accent pointer-events-none absolute inset-0 z-10 flex items-center justify-center rounded-lg text-lg font-medium">
          Drop to import
        </div>
      ) : null}
      {children}
    </div>
  )
}

const WORDS: Readonly<Record<Upload['state'], string>> = {
  waiting: 'Waiting',
  sending: 'Sending',
  converting: 'Converting',
  done: 'Imported',
  failed: 'Not imported',
}

/** How each file goes. */
export function UploadList({
  uploads,
  onRetry,
  onClear,
}: {
  uploads: readonly Upload[]
  onRetry: (upload: Upload) => void
  onClear: () => void
}) {
  if (uploads.length === 0) return null
  const finished = uploads.every(({ state }) => state === 'done' || state === 'failed')
  return (
    <section aria-label="Imports" className="border-line bg-surface mb-5 rounded-lg border">
      <ul className="divide-line divide-y" aria-live="polite">
        {uploads.map((upload) => (
          <li key={upload.id} className="grid grid-cols-[1.25rem_1fr_auto] items-start gap-x-3 px-4 py-2.5">
            <span className="mt-0.5">
              <Picture state={upload.state} />
            </span>
            <div className="min-w-0">
              <div className="truncate font-medium">{upload.name}</div>
              <div className={`text-[13px] ${upload.state === 'failed' ? 'text-danger' : 'text-ink-faint'}`}>
                {WORDS[upload.state]}
                {upload.message ? `. ${upload.message}` : ''}
              </div>
              {upload.state === 'sending' ? (
                <progress
                  value={upload.sent}
                  max={1}
                  aria-label={`Sending ${upload.name}`}
                  className="mt-1 h-1.5 w-full accent-(--accent)"
                />
              ) : null}
            </div>
            {upload.documentId ? (
              <Link className="link text-[14px]" href={`/d/${upload.documentId}`}>
                Open
              </Link>
            ) : upload.state === 'failed' && upload.retry ? (
              <Button size="small" onClick={() => onRetry(upload)}>
                Try again
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {finished ? (
        <div className="border-line border-t px-3 py-1.5 text-right">
          <Button size="small" variant="quiet" onClick={onClear}>
            Clear
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function Picture({ state }: { state: Upload['state'] }) {
  if (state === 'done') return <Check size={17} aria-hidden className="text-success" />
  if (state === 'failed') return <CircleAlert size={17} aria-hidden className="text-danger" />
  return <Loader size={17} aria-hidden className="text-ink-faint animate-spin" />
}
