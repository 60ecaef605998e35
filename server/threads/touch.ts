import type { Actor } from '@/domain/permissions/policy'
import type { Comment } from '@/domain/threads/thread'
import { sql, type Tx } from '../db'
import { commentColumns, presentComment, type CommentRow } from './present'

/** Notes at the annotation that its thread has moved, with what is copied there of the thread's state. */
export async function touch(
  tx: Tx,
  annotationId: string,
  moved: { at: Date; comments?: 1 | -1; resolved?: boolean },
): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE "Annotation" SET "activeAt" = GREATEST("activeAt", ${moved.at}), comments = comments + ${moved.comments ?? 0}::int,
      resolved = COALESCE(${moved.resolved ?? null}::boolean, resolved)
    WHERE id = ${annotationId}::uuid`)
}

/** A comment that is known to be the actor's to read. */
export async function readComment(actor: Actor, commentId: string, tx: Tx): Promise<Comment> {
  const [row] = await tx.$queryRaw<CommentRow[]>`
    SELECT ${commentColumns(actor)} FROM "Comment" c JOIN "User" cu ON cu.id = c."authorId" WHERE c.id = ${commentId}::uuid`
  if (!row) throw new TypeError(`comment ${commentId} is gone`)
  return presentComment(row)
}
