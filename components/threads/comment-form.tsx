'use client'

import { useState, type ReactNode } from 'react'
import { useDraft } from '@/client/drafts'
import { useAction } from '@/client/use-action'
import type { ContentNode } from '@/domain/documents/content'
import { LazyCommentEditor } from '../editor/lazy-comment-editor'
import { Button } from '../ui/button'
import { Notice } from '../ui/small'

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
  /** What stands above the buttons. */
  children?: ReactNode
}) {
  const draft = useDraft<Written>(props.draftKey, props.initial ? { json: props.initial, empty: false } : NOTHING)
  const [round, setRound] = useState(0)
  const action = useAction(async (key, json: ContentNode) => {
    await props.onSubmit(json, key)
    draft.drop()
    setRound((count) => count + 1)
  })
  const submit = () => {
    if (draft.value.json && !draft.value.empty && !action.busy) void action.run(draft.value.json)
  }
  const cancel =
    props.onCancel &&
    (() => {
      draft.drop()
      props.onCancel?.()
    })
  if (!draft.ready) return null
  return (
    <div className="grid gap-2">
      <LazyCommentEditor
        key={round}
        label={props.label}
        {...(props.placeholder && { placeholder: props.placeholder })}
        value={draft.value.json}
        autoFocus={props.autoFocus ?? false}
        onChange={(json, empty) => draft.change({ json, empty })}
        onSubmit={submit}
        {...(cancel && { onCancel: () => draft.value.empty && cancel() })}
      />
      {props.children}
      {action.error && !props.children ? <Notice tone="danger">{action.error}</Notice> : null}
      {!draft.value.empty || cancel ? (
        <div className="flex items-center justify-end gap-2">
          {cancel ? (
            <Button size="small" variant="quiet" onClick={cancel}>
              Cancel
            </Button>
          ) : null}
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
      ) : null}
    </div>
  )
}
