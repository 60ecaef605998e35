'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '@/client/call'
import { everyPage } from '@/client/every-page'
import type { ContentNode } from '@/domain/documents/content'
import type { Comment, ThreadState } from '@/domain/threads/thread'
import { tree } from '@/domain/threads/tree'
import { Notice } from '@/components/ui/small'
import { Assigning } from './assigning'
import { CommentForm } from './comment-form'
import { CommentItem } from './comment-item'
import { keys, useChanged, useDesk } from './desk'
import { Resolving } from './resolving'
import { useSeen } from './use-seen'

/** The talk about something: its comments, where to answer, and how it stands. `untold` says why mentions tell nobody. */
export function Thread({ threadId, state, untold }: { threadId: string; state: ThreadState; untold?: string }) {
  const { annotates } = useDesk()
  const [parent, setParent] = useState<Comment | null>(null)
  const [answered, setAnswered] = useState(false)
  const { data, error, isPending } = useQuery({
    queryKey: keys.comments(threadId),
    queryFn: () => allComments(threadId),
    enabled: state.version > 0,
  })
  useSeen(threadId, data?.length ?? 0)
  const branches = tree(data ?? [])
  return (
    <div className="grid gap-3">
      {branches.length > 0 ? (
        <ol aria-label="Comments" className="grid gap-2.5">
          {branches.map((branch) => (
            <CommentItem key={branch.comment.id} branch={branch} onReply={setParent} />
          ))}
        </ol>
      ) : null}
      {isPending && state.comments > 0 ? <p className="text-ink-faint">Loading the thread…</p> : null}
      {error ? <Notice tone="danger">{error.message}</Notice> : null}
      {annotates ? (
        <Reply
          key={parent?.id ?? 'thread'}
          threadId={threadId}
          parent={parent}
          first={state.comments === 0}
          untold={untold}
          back={answered}
          onDone={() => {
            setAnswered(parent !== null)
            setParent(null)
          }}
        />
      ) : null}
      <Assigning threadId={threadId} thread={state} />
      <Resolving threadId={threadId} thread={state} />
    </div>
  )
}

type ReplyProps = {
  threadId: string
  parent: Comment | null
  first: boolean
  untold: string | undefined
  /** Whether an answer to a comment has just been written or left. */
  back: boolean
  onDone: () => void
}

function Reply({ threadId, parent, first, untold, back, onDone }: ReplyProps) {
  const { me } = useDesk()
  const changed = useChanged()
  const send = async (json: ContentNode, key: string) => {
    const body = { id: key, parentId: parent?.id ?? null, json: { ...json, type: 'doc' as const } }
    await call('POST /threads/{threadId}/comments', { params: { threadId }, body }, { idempotencyKey: key })
    onDone()
    await changed(threadId)
  }
  return (
    <CommentForm
      draftKey={`${me.id}/reply/${threadId}/${parent?.id ?? ''}`}
      label={parent ? `Reply to ${parent.author.name}` : first ? 'Comment' : 'Reply'}
      placeholder={parent ? `Reply to ${parent.author.name}…` : first ? 'What is there to say about it?' : 'Reply…'}
      deed={first ? 'Comment' : 'Reply'}
      onSubmit={send}
      untold={untold}
      back={back}
      {...(parent && { onCancel: onDone, autoFocus: true })}
    />
  )
}

/** The comments of a thread in the order in which they were made, all pages of them. */
function allComments(threadId: string): Promise<Comment[]> {
  return everyPage((query) => call('GET /threads/{threadId}/comments', { params: { threadId }, query }))
}
