import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Comment } from '@/domain/threads/thread'
import { record } from '../events'
import { happenedIn } from '../seals/happened-in'
import { authoriseComment, findComment, refuseStill } from './find-comment'
import { readComment, touch } from './touch'

/** Deletes a comment. Where replies hang on it, its place stays in the thread, without its words. */
export async function deleteComment(actor: Actor, commentId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const found = await findComment(commentId, tx)
    authoriseComment(actor, 'comment:delete', found)
    await refuseStill(actor, found, tx)
    const now = new Date()
    await tx.comment.update({ where: { id: commentId }, data: { deletedAt: now } })
    if (found.counted) await touch(tx, found.topic, { at: now, comments: -1 })
    return { answer: { done: true }, happened: happenedIn(found.topic.stream, found, 'comment.deleted', commentId) }
  })
}

/** Undoes the deletion of a comment, for those who may delete it. */
export async function restoreComment(actor: Actor, commentId: string): Promise<Comment> {
  return record(actor, async (tx) => {
    const found = await findComment(commentId, tx)
    authoriseComment(actor, 'comment:delete', found, { orDeleted: true })
    if (!found.deleted) throw new Refusal('conflict', 'This comment is not deleted.')
    await refuseStill(actor, found, tx)
    await tx.comment.update({ where: { id: commentId }, data: { deletedAt: null } })
    if (found.counted) await touch(tx, found.topic, { at: new Date(), comments: 1 })
    return {
      answer: await readComment(actor, commentId, tx),
      happened: happenedIn(found.topic.stream, found, 'comment.restored', commentId),
    }
  })
}
