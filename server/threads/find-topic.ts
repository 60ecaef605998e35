import { authorise } from '@/domain/permissions/authorise'
import type { Actor, Permission } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { db, empty, sql, type Sql, type Tx } from '../db'
import type { StreamRef } from '../stream'
import type { TopicKind } from '../seals/seal-for'
import { TOPIC_KINDS, TOPICS } from './topics'

/** What a thread is about, with what the policy and the changes of the thread turn on. */
export type Topic = {
  kind: TopicKind
  id: string
  /** Those who follow it hear of what is said about it. */
  stream: StreamRef
  workspaceId: string
  projectId: string
  /** Null where it is about no one document. */
  documentId: string | null
  authorId: string
  private: boolean
  held: boolean
  /** Of the document. */
  trashed: boolean
  deleted: boolean
  /** Nothing is said in its thread for now, since it is under review. */
  closed: boolean
}

/**
 * What the thread with this id is about (they have the same id, also before anyone has spoken), deleted things too, or
 * null. With `tx` its row is locked until the transaction ends: whoever changes the thing, its thread or its comments
 * holds this lock first, so none of them overtakes another.
 */
export function findTopic(threadId: string, tx?: Tx): Promise<Topic | null> {
  return find(sql`${threadId}::uuid`, tx)
}

/** The same of what a comment's thread is about. */
export function findTopicOfComment(commentId: string, tx?: Tx): Promise<Topic | null> {
  return find(sql`(SELECT c."threadId" FROM "Comment" c WHERE c.id = ${commentId}::uuid)`, tx)
}

async function find(id: Sql, tx?: Tx): Promise<Topic | null> {
  for (const kind of TOPIC_KINDS) {
    const it = TOPICS[kind]
    const [row] = await (tx ?? db).$queryRaw<Row[]>`
      SELECT it.id, ${it.stream.id} AS "streamId", it."workspaceId", it."projectId", ${it.documentId} AS "documentId", it."authorId",
        ${it.private} AS private, ${it.held} AS held, ${it.trashed} AS trashed, ${it.deleted} AS deleted,
        ${it.closed} AS closed
      FROM ${it.rows} WHERE it.id = ${id} ${tx ? sql`FOR NO KEY UPDATE OF it` : empty}`
    if (row) return { kind, stream: { kind: it.stream.kind, id: row.streamId }, ...row }
  }
  return null
}

type Row = Omit<Topic, 'kind' | 'stream'> & { streamId: string }

/** Like `authorise`, of a thread: with what it is about it is gone. */
export function authoriseTopic(actor: Actor, permission: Permission, found: Topic | null): asserts found is Topic {
  if (found?.deleted) throw notFound('thread')
  authorise(actor, permission, found, 'thread')
}

/** Refuses to say or change anything about a claim while it is judged. */
export function refuseClosed({ closed }: Topic): void {
  if (closed) {
    throw new Refusal('conflict', 'This claim is under review. Its thread opens at the reveal; please come back then.')
  }
}
