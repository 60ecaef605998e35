import { z } from 'zod'
import type { Actor } from '@/domain/permissions/policy'
import type { CommentJson, CommentRevision } from '@/domain/threads/thread'
import { cursor, paged } from '../cursor'
import { db } from '../db'
import { authoriseComment, findComment } from './find-comment'

const position = cursor(z.int32())

/** What a comment said before each edit, newest first; what was replaced in private is its author's alone. */
export async function listRevisions(
  actor: Actor,
  commentId: string,
  { cursor: text, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: CommentRevision[]; next: string | null }> {
  const found = await findComment(commentId)
  authoriseComment(actor, 'thread:read', found)
  const last = position.read(text)
  const rows = await db.commentRevision.findMany({
    where: {
      commentId,
      ...(last !== null && { version: { lt: last } }),
      ...(found.authorId !== actor.id && { private: false }),
    },
    orderBy: { version: 'desc' },
    take: limit + 1,
  })
  return paged(
    rows,
    limit,
    ({ version, json, writtenAt }) => ({ version, json: json as CommentJson, writtenAt: writtenAt.toISOString() }),
    ({ version }) => position.write(version),
  )
}
