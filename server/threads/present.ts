import type { Actor } from '@/domain/permissions/policy'
import type { Comment, CommentJson, ThreadState } from '@/domain/threads/thread'
import { sql, type Sql } from '../db'

/** A comment as the database gives it; inside JSON its moments come as text. */
export type CommentRow = {
  id: string
  threadId: string
  parentId: string | null
  authorId: string
  authorName: string
  json: CommentJson | null
  version: number
  createdAt: Date | string
  editedAt: Date | string | null
  deleted: boolean
}

/**
 * A comment `c` and its author `cu`, as `actor` sees them. Nothing of a deleted one is read. Words that were replaced
 * while the annotation was private count as never said, except to their author.
 */
export const commentColumns = (actor: Actor): Sql => sql`
  c.id, c."threadId", c."parentId", c."authorId", cu.name AS "authorName", c.version, c."createdAt",
  CASE WHEN c."deletedAt" IS NULL THEN c.json END AS json, c."deletedAt" IS NOT NULL AS deleted,
  CASE WHEN c."deletedAt" IS NULL AND c."editedAt" IS NOT NULL AND (c."authorId" = ${actor.id}::uuid OR EXISTS (
    SELECT FROM "CommentRevision" cr WHERE cr."commentId" = c.id AND NOT cr.private)) THEN c."editedAt" END AS "editedAt"`

/**
 * Whether comment `c` has a place in its thread: it is not deleted, or it holds the place of replies that are not. The
 * search for such replies goes through deleted ones only.
 */
export const hasPlace: Sql = sql`(c."deletedAt" IS NULL OR EXISTS (
  WITH RECURSIVE below AS (
    SELECT r.id, r."deletedAt" FROM "Comment" r WHERE r."parentId" = c.id
    UNION ALL
    SELECT r.id, r."deletedAt" FROM below b JOIN "Comment" r ON r."parentId" = b.id WHERE b."deletedAt" IS NOT NULL
  ) SELECT FROM below WHERE below."deletedAt" IS NULL))`

export function presentComment(row: CommentRow): Comment {
  return {
    id: row.id,
    threadId: row.threadId,
    parentId: row.parentId,
    author: { id: row.authorId, name: row.authorName },
    json: row.json,
    version: row.version,
    createdAt: moment(row.createdAt),
    editedAt: row.editedAt === null ? null : moment(row.editedAt),
    deleted: row.deleted,
  }
}

/** The thread of annotation `a`, if there is one yet, as `t`, and who resolved it, as `tu`. */
export const threadJoin: Sql = sql`LEFT JOIN "Thread" t ON t.id = a.id LEFT JOIN "User" tu ON tu.id = t."resolvedById"`

export type ThreadRow = {
  status: 'open' | 'resolved' | null
  reason: string | null
  resolvedById: string | null
  resolvedByName: string | null
  resolvedAt: Date | null
  threadVersion: number | null
  comments: number
}

export const threadColumns: Sql = sql`
  t.status::text AS status, t.reason, t."resolvedById", tu.name AS "resolvedByName", t."resolvedAt",
  t.version AS "threadVersion", a.comments`

export function presentThread(row: ThreadRow): ThreadState {
  const { resolvedById, resolvedByName, resolvedAt } = row
  return {
    status: row.status ?? 'open',
    reason: row.reason ?? '',
    resolvedBy: resolvedById === null ? null : { id: resolvedById, name: resolvedByName ?? '' },
    resolvedAt: resolvedAt?.toISOString() ?? null,
    version: row.threadVersion ?? 0,
    comments: row.comments,
  }
}

function moment(value: Date | string): string {
  return new Date(value).toISOString()
}
