import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import type { Comment, CommentJson } from '@/domain/threads/thread'
import { authoriseAnnotation, findAnnotation, type AnnotationFacts } from '../annotations/find-annotation'
import { happenedAt } from '../annotations/happened'
import { db, sql, type Sql } from '../db'
import { recordAtOnce } from '../events'
import { commentContent, type CommentContent } from './comment-content'

type Draft = { id: string; parentId: string | null; json: CommentJson }

/** How often a reply is tried again when its annotation was shared between the look and the write: once can happen. */
const TRIES = 3

/**
 * Says something in the thread of an annotation, or replies to one of its comments; a parent may have been deleted in
 * the meantime, its place then stays. The first comment makes the thread. All that is written is one statement.
 */
export async function createComment(actor: Actor, threadId: string, { id, parentId, json }: Draft): Promise<Comment> {
  const content = commentContent(json)
  const author = { id: actor.id, name: actor.name }
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await findAnnotation(threadId)
    authoriseAnnotation(actor, 'thread:reply', found, 'thread')
    if (parentId !== null) await requireParent(threadId, parentId)
    const at = new Date()
    const written = await recordAtOnce(actor, insertion(actor, found, { id, parentId, ...content, at }), {
      answer: {
        ...{ id, threadId, parentId, author, json: content.json, version: 1 },
        ...{ createdAt: at.toISOString(), editedAt: null, deleted: false },
      },
      happened: happenedAt(found, 'comment.created', id),
    })
    if (written) return written
  }
  throw new Refusal('unavailable', 'This annotation is changing too fast right now. Please try again.')
}

async function requireParent(threadId: string, parentId: string): Promise<void> {
  const parent = await db.comment.findFirst({ where: { id: parentId, threadId }, select: { id: true } })
  if (!parent) throw notFound('comment')
}

type Insert = CommentContent & { id: string; parentId: string | null; at: Date }

/** Stands on the annotation's being there and as private or shared as it was found, since that decides who hears of it. */
function insertion(actor: Actor, found: AnnotationFacts, { id, parentId, json, text, at }: Insert): Sql {
  return sql`
    changed AS (
      UPDATE "Annotation" SET comments = comments + 1, "activeAt" = GREATEST("activeAt", ${at})
      WHERE id = ${found.id}::uuid AND "deletedAt" IS NULL
        AND visibility = ${found.private ? 'private' : 'team'}::"Visibility"
      RETURNING id, "workspaceId"
    ), thread AS (
      INSERT INTO "Thread" (id, "workspaceId", "annotationId", "createdAt") SELECT id, "workspaceId", id, ${at} FROM changed
      ON CONFLICT (id) DO NOTHING
    ), comment AS (
      INSERT INTO "Comment" (id, "workspaceId", "threadId", "parentId", "authorId", json, text, "createdAt")
      SELECT ${id}::uuid, "workspaceId", id, ${parentId}::uuid, ${actor.id}::uuid, ${JSON.stringify(json)}::jsonb, ${text}, ${at}
      FROM changed
    )`
}
