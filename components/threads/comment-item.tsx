'use client'

import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { call } from '@/client/call'
import { theirsOf } from '@/client/theirs'
import type { ContentNode } from '@/domain/documents/content'
import type { Comment } from '@/domain/threads/thread'
import type { Branch } from '@/domain/threads/tree'
import { CommentText } from '@/components/editor/comment-text'
import { HeldBadge } from '@/components/seals/held-badge'
import { Button, IconButton } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { Stale } from '@/components/ui/stale'
import { Time } from '@/components/ui/time'
import { showError, showToast } from '@/components/ui/toast'
import { CommentForm } from './comment-form'
import { useChanged, useDesk } from './desk'
import { HistoryDialog } from './history-dialog'
import { ReactButton, Reactions } from './reactions'
import { useNamed } from './use-named'

const INDENT = ['', 'ml-3', 'ml-6', 'ml-9'] as const

/** One comment at its place in the thread, with what its reader may do about it. */
export function CommentItem({ branch, onReply }: { branch: Branch<Comment>; onReply: (comment: Comment) => void }) {
  const { comment, depth, answers } = branch
  const desk = useDesk()
  const [mode, setMode] = useState<'read' | 'edit' | 'history'>('read')
  const named = useNamed(comment.id)
  /** Whoever changed or deleted it, or has not, goes on from what it says. */
  const back = () => named.current?.focus({ preventScroll: true })
  const remove = useRemoval(comment, back)
  const mine = comment.author.id === desk.me.id
  const edits = mine && desk.annotates
  const removes = edits || desk.moderates
  const json = comment.json as ContentNode | null
  const close = () => {
    setMode('read')
    back()
  }
  return (
    <li className={`${INDENT[depth] ?? ''} ${depth > 0 ? 'border-line border-l pl-2.5' : ''}`}>
      <article
        ref={named}
        tabIndex={-1}
        aria-label={`Comment by ${comment.author.name}`}
        {...(desk.comment === comment.id && { 'data-named': '' })}
        className="data-named:bg-accent-wash -mx-1 rounded px-1"
      >
        <div className="flex min-h-7 items-center gap-1.5 text-xs">
          <span className="text-sm font-medium wrap-anywhere">{comment.author.name}</span>
          <span className="text-ink-faint flex flex-wrap gap-x-1.5">
            <Time at={comment.createdAt} />
            {comment.editedAt && !comment.deleted ? (
              <button
                type="button"
                className="hover:text-ink underline decoration-dotted"
                onClick={() => setMode('history')}
              >
                edited
              </button>
            ) : null}
          </span>
          {comment.held ? <HeldBadge /> : null}
          {!comment.deleted && (edits || removes) ? (
            <span className="ml-auto">
              <Menu
                trigger={
                  <IconButton label={`Actions for the comment by ${comment.author.name}`} className="size-7!">
                    <Ellipsis size={15} aria-hidden />
                  </IconButton>
                }
              >
                {edits ? <MenuItem onSelect={() => setMode('edit')}>Edit</MenuItem> : null}
                <MenuItem danger onSelect={remove}>
                  Delete
                </MenuItem>
              </Menu>
            </span>
          ) : null}
        </div>
        {answers ? <p className="text-ink-faint text-xs">to {answers.author.name}</p> : null}
        {comment.deleted ? (
          <p className="text-ink-faint italic">Deleted.</p>
        ) : mode === 'edit' && json ? (
          <CommentEdit comment={comment} onClose={close} />
        ) : (
          json && <CommentText json={json} />
        )}
        {comment.deleted ? null : <Reactions comment={comment} answers={desk.annotates} />}
        {!comment.deleted && mode !== 'edit' && desk.annotates ? (
          <span className="flex items-center gap-1">
            <Button size="small" variant="quiet" className="-ml-2 h-6! text-xs" onClick={() => onReply(comment)}>
              Reply
            </Button>
            <ReactButton comment={comment} />
          </span>
        ) : null}
      </article>
      {mode === 'history' ? <HistoryDialog comment={comment} onClose={() => setMode('read')} /> : null}
    </li>
  )
}

/** Changes a comment. Where it was changed elsewhere meanwhile, both texts are shown, and the next save decides. */
function CommentEdit({ comment, onClose }: { comment: Comment; onClose: () => void }) {
  const { me } = useDesk()
  const changed = useChanged()
  const [theirs, setTheirs] = useState<{ json: ContentNode; version: number } | null>(null)
  const [base] = useState(comment.version)
  const save = async (json: ContentNode, key: string) => {
    const body = { version: theirs?.version ?? base, json: { ...json, type: 'doc' as const } }
    try {
      await call('PATCH /comments/{commentId}', { params: { commentId: comment.id }, body }, { idempotencyKey: key })
    } catch (error) {
      const json = theirsOf<ContentNode>(error)
      if (json) setTheirs({ json, version: versionOf(error) })
      throw error
    }
    onClose()
    await changed(comment.threadId)
  }
  return (
    <CommentForm
      draftKey={`${me.id}/edit/${comment.id}`}
      label="Edit the comment"
      deed="Save"
      autoFocus
      {...(comment.json && { initial: comment.json as ContentNode })}
      onSubmit={save}
      onCancel={onClose}
    >
      {theirs ? (
        <Stale
          said="This comment was changed elsewhere since you began."
          theirs={<CommentText json={theirs.json} />}
          onTakeTheirs={() => {
            onClose()
            void changed(comment.threadId)
          }}
        />
      ) : null}
    </CommentForm>
  )
}

function versionOf(error: unknown): number {
  const { version } = (error as { details: { version?: unknown } }).details
  return typeof version === 'number' ? version : 1
}

/** Deletes a comment and offers to undo it. */
function useRemoval(comment: Comment, then: () => void): () => void {
  const changed = useChanged()
  const params = { commentId: comment.id }
  const restore = () =>
    call('POST /comments/{commentId}/restore', { params }).then(() => changed(comment.threadId), showError)
  return () => {
    call('DELETE /comments/{commentId}', { params })
      .then(() => {
        showToast({ text: 'Comment deleted.', action: { name: 'Undo', run: () => void restore() } })
        return changed(comment.threadId)
      })
      .then(then)
      .catch(showError)
  }
}
