import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Comment } from '@/domain/threads/thread'
import { happenedAt } from '../annotations/happened'
import { record } from '../events'
import { authoriseComment, findComment } from './find-comment'
import { readComment, touch } from './touch'

/** Deletes a comment. Where replies hang on it, its place stays in the thread, without its words. */
export async function deleteComment(actor: Actor, commentId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const found = await findComment(commentId, tx)
    authoriseComment(actor, 'comment:delete', found)
    const now = new Date()
    await tx.comment.update({ where: { id: commentId }, data: { deletedAt: now } })
    await touch(tx, found.annotation.id, { at: now, comments: -1 })
    return { answer: { done: true }, happened: happenedAt(found.annotation, 'comment.deleted', commentId) }
  })
}

/** Undoes the deletion of a comment, for those who may delete it. */
export async function restoreComment(actor: Actor, commentId: string): Promise<Comment> {
  return record(actor, async (tx) => {
    const found = await findComment(commentId, tx)
    authoriseComment(actor, 'comment:delete', found, { orDeleted: true })
    if (!found.deleted) throw new Refusal('conflict', 'This comment is not deleted.')
    await tx.comment.update({ where: { id: commentId }, data: { deletedAt: null } })
    await touch(tx, found.annotation.id, { at: new Date(), comments: 1 })
    return {
      answer: await readComment(actor, commentId, tx),
      happened: happenedAt(found.annotation, 'comment.restored', commentId),
    }
  })
}
