'use client'

import { Check, CircleAlert, Loader, Minus } from 'lucide-react'
import Link from 'next/link'
import type { Upload } from '@/client/uploads'
import { Button } from '@/components/ui/button'
import { finished } from './use-uploads'

const WORDS: Readonly<Record<Upload['state'], string>> = {
  waiting: 'Waiting for its turn',
  sending: 'Sending',
  converting: 'Converting',
  done: 'Imported',
  failed: 'Not imported',
  skipped: '',
}

type Deeds = { onRetry: (these: readonly Upload[]) => void; onStop: (these: readonly Upload[]) => void }

/** How each file goes, and what can be done about it. */
export function UploadList({
  uploads,
  onClear,
  ...deeds
}: Deeds & { uploads: readonly Upload[]; onClear: () => void }) {
  if (uploads.length === 0) return null
  const sent = uploads.filter(({ state }) => state !== 'skipped')
  const ended = sent.filter(({ state }) => finished(state))
  const open = sent.filter(({ state }) => !finished(state))
  const again = sent.filter(({ state, retry }) => state === 'failed' && retry)
  return (
    <section aria-label="Imports" className="border-line bg-surface mb-5 overflow-hidden rounded-lg border">
      <div className="border-line bg-sunken flex h-10 items-center justify-between gap-3 border-b pr-2 pl-4">
        <p role="status" className="text-[13px] font-medium">
          {open.length === 0 ? summary(uploads) : `${ended.length} of ${sent.length} files done`}
        </p>
        <span className="flex gap-1">
          {open.length > 1 ? (
            <Button size="small" variant="quiet" onClick={() => deeds.onStop(open)}>
              Stop all
            </Button>
          ) : null}
          {open.length === 0 && again.length > 1 ? (
            <Button size="small" variant="quiet" onClick={() => deeds.onRetry(again)}>
              Try {again.length} again
            </Button>
          ) : null}
          {open.length === 0 ? (
            <Button size="small" variant="quiet" onClick={onClear}>
              Clear
            </Button>
          ) : null}
        </span>
      </div>
      <ul className="divide-line max-h-96 divide-y overflow-y-auto">
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} {...deeds} />
        ))}
      </ul>
    </section>
  )
}

function summary(uploads: readonly Upload[]): string {
  const count = (state: Upload['state']) => uploads.filter((each) => each.state === state).length
  const [done, failed, skipped] = [count('done'), count('failed'), count('skipped')]
  const files = (many: number) => (many === 1 ? 'One file' : `${many} files`)
  const left = skipped === 0 ? '' : `, ${skipped} left out`
  if (failed === 0) return `${done === 0 ? 'No file' : files(done)} imported${left}`
  return done === 0 ? `${files(failed)} not imported${left}` : `${files(done)} imported, ${failed} not${left}`
}

function UploadRow({ upload, onRetry, onStop }: Deeds & { upload: Upload }) {
  const { name, state, sent, message, documentId, retry } = upload
  return (
    <li className="grid grid-cols-[1.25rem_1fr_auto] items-start gap-x-3 px-4 py-2.5">
      <span className="mt-0.5">
        <Picture state={state} />
      </span>
      <div className="min-w-0">
        <div className="truncate font-medium" title={name}>
          {name}
        </div>
        <p className={`text-[13px] ${state === 'failed' ? 'text-danger' : 'text-ink-faint'}`}>
          {WORDS[state]}
          {state === 'sending' && sent > 0 ? ` ${Math.floor(sent * 100)}%` : ''}
          {message ? `${WORDS[state] && '. '}${message}` : ''}
        </p>
        {state === 'sending' ? (
          <progress
            value={sent}
            max={1}
            aria-label={`Sending ${name}`}
            className="mt-1 block h-1.5 w-full accent-(--accent)"
          />
        ) : null}
      </div>
      {documentId ? (
        <Link className="link text-[14px]" href={`/d/${documentId}`} aria-label={`Open ${name}`}>
          Open
        </Link>
      ) : retry ? (
        <Button size="small" onClick={() => onRetry([upload])} aria-label={`Try ${name} again`}>
          Try again
        </Button>
      ) : finished(state) ? null : (
        <Button size="small" variant="quiet" onClick={() => onStop([upload])} aria-label={`Stop ${name}`}>
          Stop
        </Button>
      )}
    </li>
  )
}

function Picture({ state }: { state: Upload['state'] }) {
  if (state === 'done') return <Check size={17} aria-hidden className="text-success" />
  if (state === 'skipped') return <Minus size={17} aria-hidden className="text-ink-faint" />
  if (state === 'failed') return <CircleAlert size={17} aria-hidden className="text-danger" />
  return <Loader size={17} aria-hidden className="text-ink-faint motion-safe:animate-spin" />
}
