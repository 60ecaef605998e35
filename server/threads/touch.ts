import type { Actor } from '@/domain/permissions/policy'
import type { Comment } from '@/domain/threads/thread'
import { sql, type Tx } from '../db'
import type { Topic } from './find-topic'
import { commentColumns, presentComment, type CommentRow } from './present'
import { TOPICS, type Moved } from './topics'

/** Notes at what a thread is about that the thread has moved, with what is copied there of its state. */
export async function touch(tx: Tx, { kind, id }: Topic, moved: Moved): Promise<void> {
  const { table, copies } = TOPICS[kind]
  if (copies) await tx.$executeRaw(sql`UPDATE ${table} it SET ${copies(moved)} WHERE it.id = ${id}::uuid`)
}

/** A comment that is known to be the actor's to read. */
export async function readComment(actor: Actor, commentId: string, tx: Tx): Promise<Comment> {
  const [row] = await tx.$queryRaw<CommentRow[]>`
    SELECT ${commentColumns(actor)} FROM "Comment" c JOIN "User" cu ON cu.id = c."authorId" WHERE c.id = ${commentId}::uuid`
  if (!row) throw new TypeError(`comment ${commentId} is gone`)
  return presentComment(row)
}
