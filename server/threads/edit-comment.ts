import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Comment, CommentJson } from '@/domain/threads/thread'
import type { Tx } from '../db'
import { record } from '../events'
import { happenedIn } from '../seals/happened-in'
import { commentContent } from './comment-content'
import { authoriseComment, findComment, refuseStill, type CommentFacts } from './find-comment'
import { address } from './mentions'
import { readComment, touch } from './touch'

type Edit = { version: number; json: CommentJson }

/**
 * Edits a comment; what it said is kept. A stale edit is refused with both texts, `theirs` and `yours`, and the version
 * to edit next. What was replaced while nobody else could read it, since it was private or held, stays with its author.
 */
export async function editComment(actor: Actor, commentId: string, edit: Edit): Promise<Comment> {
  const checked = commentContent(edit.json)
  return record(actor, async (tx) => {
    const found = await findComment(commentId, tx)
    authoriseComment(actor, 'comment:update', found)
    await refuseStill(actor, found, tx)
    const { version, workspaceId, topic } = found
    const { json, text, mentioned } = await address(checked, topic)
    if (version !== edit.version) {
      throw new Refusal('conflict', 'This comment was edited meanwhile.', { theirs: found.json, yours: json, version })
    }
    const now = new Date()
    const alone = found.private || found.held
    const written = { json: found.json, text: found.text, writtenAt: found.editedAt ?? found.createdAt }
    await tx.commentRevision.create({ data: { commentId, version, workspaceId, ...written, private: alone } })
    await tx.comment.update({ where: { id: commentId }, data: { json, text, editedAt: now, version: version + 1 } })
    await keepMentions(tx, found, mentioned)
    if (found.counted) await touch(tx, topic, { at: now })
    return {
      answer: await readComment(actor, commentId, tx),
      happened: happenedIn(topic.stream, found, 'comment.edited', commentId),
    }
  })
}

async function keepMentions(tx: Tx, { id: commentId, workspaceId }: CommentFacts, mentioned: string[]): Promise<void> {
  await tx.mention.deleteMany({ where: { commentId, userId: { notIn: mentioned } } })
  const data = mentioned.map((userId) => ({ commentId, userId, workspaceId }))
  if (data.length > 0) await tx.mention.createMany({ data, skipDuplicates: true })
}
