import { z } from 'zod'
import { Id, Moment } from '@/domain/endpoint'
import type { Actor } from '@/domain/permissions/policy'
import type { Comment } from '@/domain/threads/thread'
import { cursor, paged } from '../cursor'
import { db, empty, sql } from '../db'
import { authoriseTopic, findTopic } from './find-topic'
import { commentColumns, hasPlace, presentComment, type CommentRow } from './present'

const position = cursor(z.tuple([Moment, Id]))

type Row = CommentRow & { createdAt: Date }

/** The comments of a thread in the order in which they were made; of deleted ones only what replies hang on. */
export async function listComments(
  actor: Actor,
  threadId: string,
  { cursor: text, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Comment[]; next: string | null }> {
  authoriseTopic(actor, 'thread:read', await findTopic(threadId))
  const last = position.read(text)
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${commentColumns(actor)} FROM "Comment" c JOIN "User" cu ON cu.id = c."authorId"
    WHERE c."threadId" = ${threadId}::uuid AND ${hasPlace(actor)}
      ${last ? sql`AND (c."createdAt", c.id) > (${new Date(last[0])}, ${last[1]}::uuid)` : empty}
    ORDER BY c."createdAt", c.id LIMIT ${limit + 1}`
  return paged(rows, limit, presentComment, (row) => position.write([row.createdAt.toISOString(), row.id]))
}
