import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import type { Comment, CommentJson } from '@/domain/threads/thread'
import { db, sql, type Sql } from '../db'
import { recordAtOnce } from '../events'
import { happenedIn } from '../seals/happened-in'
import { sealFor, unrevealed, unsealed } from '../seals/seal-for'
import { commentContent } from './comment-content'
import { takingPart, tell } from '../notifications/tellings'
import { authoriseTopic, findTopic, refuseClosed, type Topic } from './find-topic'
import { address, mentionsKept, type Addressed } from './mentions'
import { threadBegun } from './thread-begun'
import { TOPICS } from './topics'

type Draft = { id: string; parentId: string | null; json: CommentJson }

/** How often a comment is tried again when a seal or a sharing came between the look and the write: twice can happen. */
const TRIES = 4

/**
 * Says something in a thread, or replies to one of its comments; a parent may have been deleted in the meantime, its
 * place then stays. The first comment makes the thread. All that is written is one statement.
 *
 * It is written openly first, on the condition that no seal is open for it, since hardly ever one is. Where one is, the
 * comment is held under it; a reply to what one holds back oneself is held with that, whatever has opened since.
 */
export async function createComment(actor: Actor, threadId: string, draft: Draft): Promise<Comment> {
  const checked = commentContent(draft.json)
  for (let tried = 0; tried < TRIES; tried++) {
    const topic = await findTopic(threadId)
    authoriseTopic(actor, 'thread:reply', topic)
    refuseClosed(topic)
    const content = await address(checked, topic)
    const sealId =
      (await sealOfParent(actor, threadId, draft.parentId)) ??
      (tried === 0 ? null : ((await sealFor(actor, topic))?.id ?? null))
    const { comment, statement } = made(actor, topic, { ...draft, ...content, sealId })
    const place = { ...topic, authorId: actor.id, held: topic.held || comment.held }
    const happened = happenedIn(topic.stream, place, 'comment.created', comment.id, tells(topic, content))
    const written = await recordAtOnce(actor, statement, { answer: comment, happened })
    if (written) return written
  }
  throw new Refusal('unavailable', 'This thread is changing too fast right now. Please try again.')
}

/** The seal that holds the comment to be answered, which is the actor's own then; what another's holds is not there. */
async function sealOfParent(actor: Actor, threadId: string, parentId: string | null): Promise<string | null> {
  if (parentId === null) return null
  const parent = await db.comment.findFirst({
    where: { id: parentId, threadId },
    select: { authorId: true, sealId: true, held: true },
  })
  if (!parent || (parent.held && parent.authorId !== actor.id)) throw notFound('comment')
  return parent.held ? parent.sealId : null
}

type Making = Addressed & { id: string; parentId: string | null; sealId: string | null }

/** The comment as it is answered, and the statement that writes it. */
function made(
  actor: Actor,
  topic: Topic,
  { id, parentId, json, text, mentioned, sealId }: Making,
): { comment: Comment; statement: Sql } {
  const at = new Date()
  const held = sealId !== null
  const author = { id: actor.id, name: actor.name }
  const fresh = { version: 1, createdAt: at.toISOString(), editedAt: null, deleted: false, held, reactions: [] }
  const statement = sql`
    changed AS (${held ? holding(topic, sealId) : moving(actor, topic, at)}),
    thread AS (${threadBegun(topic.kind, { at, held })}),
    comment AS (
      INSERT INTO "Comment" (id, "workspaceId", "threadId", "parentId", "authorId", json, text, "createdAt", "sealId", held)
      SELECT ${id}::uuid, "workspaceId", id, ${parentId}::uuid, ${actor.id}::uuid, ${JSON.stringify(json)}::jsonb, ${text},
        ${at}, ${sealId}::uuid, ${held}::boolean
      FROM changed
    )${mentionsKept(id, mentioned)}`
  return { comment: { id, threadId: topic.id, parentId, author, json, ...fresh }, statement }
}

/** Whom it concerns: those whom it names, and those who take part in the thread. */
function tells({ kind, id, authorId }: Topic, { mentioned }: Addressed): Sql {
  const topicId = sql`${id}::uuid`
  return sql`${tell('mentioned', kind, topicId, sql`SELECT unnest(${mentioned}::uuid[])`)}
    UNION ALL ${tell('replied', kind, topicId, takingPart(topicId, sql`${authorId}::uuid`))}`
}

/** That the thing is there, and as private, held and open as it was found, since that decides who hears of a comment. */
function asFound({ kind, id, private: alone, held }: Topic): Sql {
  const it = TOPICS[kind]
  return sql`it.id = ${id}::uuid AND NOT ${it.deleted} AND NOT ${it.closed}
    AND ${it.private} = ${alone}::boolean AND ${it.held} = ${held}::boolean`
}

/** Said openly: the thing notes it, where it keeps copies of its thread. */
function moving(actor: Actor, topic: Topic, at: Date): Sql {
  const { table, copies } = TOPICS[topic.kind]
  const where = sql`${asFound(topic)} AND ${unsealed(actor, topic)}`
  return copies
    ? sql`UPDATE ${table} it SET ${copies({ at, comments: 1 })} WHERE ${where} RETURNING it.id, it."workspaceId"`
    : sql`SELECT it.id, it."workspaceId" FROM ${table} it WHERE ${where} FOR SHARE OF it`
}

/** Said under a seal: nothing moves, and a reveal waits until it is written. */
function holding(topic: Topic, sealId: string): Sql {
  return sql`
    SELECT it.id, it."workspaceId" FROM ${TOPICS[topic.kind].table} it CROSS JOIN "Seal" s
    WHERE ${asFound(topic)} AND ${unrevealed(sealId)} FOR SHARE OF s`
}
