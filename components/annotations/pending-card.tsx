'use client'

import { CloudOff, CloudUpload } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { CommentText } from '@/components/editor/comment-text'
import { useDesk } from '@/components/threads/desk'
import { Button } from '@/components/ui/button'
import type { Pending } from './use-pending'

/** An annotation that the server does not have yet: on its way, or failed with what can be done. */
export function PendingCard(props: { pending: Pending; onRetry: () => void; onDiscard: () => void }) {
  const { draft, state, error, status } = props.pending
  const { labels } = useDesk()
  const path = usePathname()
  return (
    <article
      aria-label={`Annotation not saved yet: ${draft.exact.slice(0, 60)}`}
      data-pending={draft.id}
      data-color={labels.find(({ id }) => id === draft.labelId)?.color ?? 'none'}
      className={`bg-surface grid gap-1.5 rounded-lg border border-l-3 border-l-(--tone) p-3 ${state === 'failed' ? 'border-danger' : 'border-line'}`}
    >
      {draft.note ? (
        <CommentText json={draft.note.json} />
      ) : (
        <p className="text-ink-soft line-clamp-2 font-serif wrap-anywhere italic">“{draft.exact}”</p>
      )}
      {state === 'failed' ? (
        <div role="alert" className="text-danger text-sm">
          <p className="flex items-start gap-1.5">
            <CloudOff size={15} aria-hidden className="mt-0.5 shrink-0" />
            <span>Not saved. {error} It is kept in this browser.</span>
          </p>
          <div className="mt-1.5 flex gap-2">
            <Button size="small" onClick={props.onRetry}>
              Try again
            </Button>
            {status === 401 ? (
              <a className="link self-center" href={`/sign-in?next=${encodeURIComponent(path)}`}>
                Sign in
              </a>
            ) : null}
            <Button size="small" variant="quiet" onClick={props.onDiscard}>
              Discard
            </Button>
          </div>
        </div>
      ) : (
        <p role="status" className="text-ink-faint flex items-center gap-1.5 text-xs">
          <CloudUpload size={13} aria-hidden /> {state === 'saved' ? 'Saved' : 'Saving…'}
        </p>
      )}
    </article>
  )
}
