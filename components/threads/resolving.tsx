'use client'

import { Check, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { call } from '@/client/call'
import { useDraft } from '@/client/drafts'
import { useAction } from '@/client/use-action'
import type { ThreadState } from '@/domain/threads/thread'
import { Button } from '@/components/ui/button'
import { TextAreaField } from '@/components/ui/field'
import { Notice } from '@/components/ui/small'
import { Time } from '@/components/ui/time'
import { showError, showToast } from '@/components/ui/toast'
import { useChanged, useDesk } from './desk'

/** Where a thread stands, and the way to settle it with a reason or to open it again. */
export function Resolving({ threadId, thread }: { threadId: string; thread: ThreadState }) {
  const { annotates } = useDesk()
  const changed = useChanged()
  const [asking, setAsking] = useState<'never' | 'now' | 'before'>('never')
  /** Whoever asked or answered here goes on from here. */
  const back = asking === 'before'
  const reopen = () =>
    void call('POST /threads/{threadId}/reopen', { params: { threadId } }).then(() => changed(threadId), showError)
  if (asking === 'now') return <ResolveForm threadId={threadId} onReopen={reopen} onClose={() => setAsking('before')} />
  if (thread.status === 'open') {
    return annotates ? (
      <Button
        size="small"
        variant="quiet"
        className="-ml-2 justify-self-start"
        data-settle
        aria-keyshortcuts="e"
        autoFocus={back}
        onClick={() => setAsking('now')}
      >
        <Check size={15} aria-hidden /> Resolve
      </Button>
    ) : null
  }
  return (
    <div className="border-success/40 bg-success-wash rounded-md border px-3 py-2 text-sm">
      <p className="text-success font-medium">
        Resolved{thread.resolvedBy ? ` by ${thread.resolvedBy.name}` : ''}
        {thread.resolvedAt ? (
          <span className="font-normal">
            {' '}
            · <Time at={thread.resolvedAt} />
          </span>
        ) : null}
      </p>
      {thread.reason ? <p className="mt-0.5 wrap-anywhere whitespace-pre-line">{thread.reason}</p> : null}
      {annotates ? (
        <Button
          size="small"
          variant="quiet"
          className="mt-1 -ml-2"
          data-settle
          aria-keyshortcuts="e"
          autoFocus={back}
          onClick={() => {
            setAsking('before')
            reopen()
          }}
        >
          <RotateCcw size={14} aria-hidden /> Reopen
        </Button>
      ) : null}
    </div>
  )
}

/** The whole of it, where it opened at the edge of what is seen. */
const intoSight = (form: HTMLElement | null) => form?.scrollIntoView({ block: 'nearest' })

function ResolveForm(props: { threadId: string; onReopen: () => void; onClose: () => void }) {
  const { threadId, onReopen, onClose } = props
  const { me } = useDesk()
  const changed = useChanged()
  const draft = useDraft(`${me.id}/resolve/${threadId}`, '')
  const action = useAction(async (idempotencyKey, reason: string) => {
    await call('POST /threads/{threadId}/resolve', { params: { threadId }, body: { reason } }, { idempotencyKey })
    draft.drop()
    onClose()
    showToast({ text: 'Thread resolved.', action: { name: 'Undo', run: onReopen } })
    await changed(threadId)
  })
  const submit = () => void action.run(draft.value)
  return (
    <form
      ref={intoSight}
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextAreaField
        label="Why is this settled?"
        placeholder="Checked against the annex; the figure is per year."
        rows={2}
        autoFocus
        maxLength={2000}
        value={draft.value}
        onChange={(event) => draft.change(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
      />
      {action.error ? <Notice tone="danger">{action.error}</Notice> : null}
      <div className="flex justify-end gap-2">
        <Button size="small" variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" busy={action.busy}>
          Resolve
        </Button>
      </div>
    </form>
  )
}
