'use client'

import { useQuery } from '@tanstack/react-query'
import { call } from '@/client/call'
import type { ContentNode } from '@/domain/documents/content'
import type { Comment } from '@/domain/threads/thread'
import { CommentText } from '@/components/editor/comment-text'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/small'
import { Time } from '@/components/ui/time'

/** What a comment says, and what it said before, newest first. */
export function HistoryDialog({ comment, onClose }: { comment: Comment; onClose: () => void }) {
  const past = useQuery({
    queryKey: ['revisions', comment.id],
    queryFn: () =>
      call('GET /comments/{commentId}/revisions', { params: { commentId: comment.id }, query: { limit: '100' } }),
  })
  return (
    <Dialog title={`History of a comment by ${comment.author.name}`} onClose={onClose}>
      <ol className="grid gap-4">
        <Said at={comment.editedAt ?? comment.createdAt} now json={comment.json as ContentNode | null} />
        {past.data?.items.map(({ version, json, writtenAt }) => (
          <Said key={version} at={writtenAt} json={json as ContentNode} />
        ))}
      </ol>
      {past.isPending ? <p className="text-ink-faint mt-4">Loading what it said before…</p> : null}
      {past.error ? <Notice tone="danger">{past.error.message}</Notice> : null}
    </Dialog>
  )
}

function Said({ at, json, now }: { at: string; json: ContentNode | null; now?: boolean }) {
  return (
    <li className="border-line border-l-2 pl-3">
      <p className="text-ink-faint text-xs">
        {now ? 'Now, since ' : ''}
        <Time at={at} />
      </p>
      {json ? <CommentText json={json} /> : <p className="italic">Deleted.</p>}
    </li>
  )
}
