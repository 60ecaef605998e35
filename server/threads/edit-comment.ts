import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Comment, CommentJson } from '@/domain/threads/thread'
import { happenedAt } from '../annotations/happened'
import { record } from '../events'
import { commentContent } from './comment-content'
import { authoriseComment, findComment } from './find-comment'
import { readComment, touch } from './touch'

type Edit = { version: number; json: CommentJson }

/**
 * Edits a comment; what it said is kept. A stale edit is refused with both texts, `theirs` and `yours`, and the version
 * to edit next. What was replaced while the annotation was private stays with its author.
 */
export async function editComment(actor: Actor, commentId: string, edit: Edit): Promise<Comment> {
  const { json, text } = commentContent(edit.json)
  return record(actor, async (tx) => {
    const found = await findComment(commentId, tx)
    authoriseComment(actor, 'comment:update', found)
    const { version, workspaceId, annotation } = found
    if (version !== edit.version) {
      throw new Refusal('conflict', 'This comment was edited meanwhile.', { theirs: found.json, yours: json, version })
    }
    const now = new Date()
    const written = { json: found.json, text: found.text, writtenAt: found.editedAt ?? found.createdAt }
    await tx.commentRevision.create({ data: { commentId, version, workspaceId, ...written, private: found.private } })
    await tx.comment.update({ where: { id: commentId }, data: { json, text, editedAt: now, version: version + 1 } })
    await touch(tx, annotation.id, { at: now })
    return {
      answer: await readComment(actor, commentId, tx),
      happened: happenedAt(annotation, 'comment.edited', commentId),
    }
  })
}
