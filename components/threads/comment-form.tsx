'use client'

import { useState, type ReactNode } from 'react'
import { useDraft } from '@/client/drafts'
import { useAction } from '@/client/use-action'
import type { ContentNode } from '@/domain/documents/content'
import { LazyCommentEditor } from '@/components/editor/lazy-comment-editor'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/small'
import { Untold } from './untold'
import { usePeople } from './use-people'

export type Written = { json: ContentNode | null; empty: boolean }

const NOTHING: Written = { json: null, empty: true }

/** Where a comment is written or changed. What is typed is kept in this browser until `onSubmit` has succeeded. */
export function CommentForm(props: {
  draftKey: string
  label: string
  placeholder?: string
  deed: string
  /** What it says already. */
  initial?: ContentNode
  /** Saves it; a refusal throws, and its words are shown. `key` is a new id, the same on every attempt. */
  onSubmit: (json: ContentNode, key: string) => Promise<void>
  onCancel?: () => void
  autoFocus?: boolean
  /** Whoever was writing in the same place before goes on from here. */
  back?: boolean
  /** What becomes of it that someone is mentioned, where they are not told at once. */
  untold?: string | undefined
  /** What stands above the buttons. */
  children?: ReactNode
}) {
  const draft = useDraft<Written>(props.draftKey, props.initial ? { json: props.initial, empty: false } : NOTHING)
  const people = usePeople()
  const [round, setRound] = useState(0)
  const [begun, setBegun] = useState(props.autoFocus ?? false)
  const [left, setLeft] = useState(props.back ?? false)
  const end = () => {
    setBegun(false)
    setLeft(true)
  }
  const action = useAction(async (key, json: ContentNode) => {
    await props.onSubmit(json, key)
    draft.drop()
    setRound((count) => count + 1)
    end()
  })
  const submit = () => {
    if (draft.value.json && !draft.value.empty && !action.busy) void action.run(draft.value.json)
  }
  const leave = () => {
    draft.drop()
    end()
    props.onCancel?.()
  }
  if (!draft.ready) return null
  if (!begun && draft.value.empty) {
    // The editor is loaded by those who write; those who read need none.
    return (
      <button
        type="button"
        data-begin
        autoFocus={left}
        onClick={() => setBegun(true)}
        className="border-line-mid text-ink-faint hover:border-line-strong w-full cursor-text rounded-md border px-3 py-1.5 text-left pointer-coarse:py-2.5"
      >
        {props.placeholder ?? props.label}
      </button>
    )
  }
  return (
    <div className="grid gap-2">
      <LazyCommentEditor
        key={round}
        label={props.label}
        {...(props.placeholder && { placeholder: props.placeholder })}
        value={draft.value.json}
        autoFocus={begun}
        people={people}
        onChange={(json, empty) => draft.change({ json, empty })}
        onSubmit={submit}
        onCancel={() => draft.value.empty && leave()}
      />
      <Untold json={draft.value.json} why={props.untold} />
      {props.children}
      {action.error && !props.children ? <Notice tone="danger">{action.error}</Notice> : null}
      <div className="flex items-center justify-end gap-2">
        <Button size="small" variant="quiet" onClick={leave}>
          {draft.value.empty || props.initial ? 'Cancel' : 'Discard'}
        </Button>
        <Button
          size="small"
          variant="primary"
          busy={action.busy}
          disabled={draft.value.empty || action.busy}
          title="Ctrl+Enter"
          onClick={submit}
        >
          {props.deed}
        </Button>
      </div>
    </div>
  )
}
