import type { Actor } from '@/domain/permissions/policy'
import type { Reaction } from '@/domain/threads/reaction'
import { MOST_NAMED } from '@/domain/threads/reactions'
import type { Comment, CommentJson, ThreadState } from '@/domain/threads/thread'
import { sql, type Sql } from '../db'
import { visibleTo } from '../visible-to'
import { mentionNames, renamed } from './mentions'

/** A comment as the database gives it; inside JSON its moments come as text. */
export type CommentRow = {
  id: string
  threadId: string
  parentId: string | null
  authorId: string
  authorName: string
  json: CommentJson | null
  names: Record<string, string> | null
  version: number
  createdAt: Date | string
  editedAt: Date | string | null
  deleted: boolean
  held: boolean
  reactions: Reaction[] | null
}

/** How people reacted to comment `c`, as `actor` sees it: as rows of JSON, null for none. */
const reactions = (actor: Actor): Sql => sql`(
  SELECT json_agg(each ORDER BY each.kind) FROM (
    SELECT re.kind, count(*)::int AS count, bool_or(re."authorId" = ${actor.id}::uuid) AS mine,
      (array_agg(ru.name ORDER BY re."createdAt", ru.id))[:${MOST_NAMED}::int] AS names
    FROM "Reaction" re JOIN "User" ru ON ru.id = re."authorId"
    WHERE re."commentId" = c.id AND ${visibleTo.held(actor, 're')} GROUP BY re.kind) each)`

/**
 * A comment `c` and its author `cu`, as `actor` sees them. Nothing of a deleted one is read. Words that were replaced
 * while nobody else could read them count as never said, except to their author.
 */
export const commentColumns = (actor: Actor): Sql => sql`
  c.id, c."threadId", c."parentId", c."authorId", cu.name AS "authorName", c.version, c."createdAt", c.held,
  CASE WHEN c."deletedAt" IS NULL THEN c.json END AS json, ${mentionNames} AS names, c."deletedAt" IS NOT NULL AS deleted,
  CASE WHEN c."deletedAt" IS NULL THEN ${reactions(actor)} END AS reactions,
  CASE WHEN c."deletedAt" IS NULL AND c."editedAt" IS NOT NULL AND (c."authorId" = ${actor.id}::uuid OR EXISTS (
    SELECT FROM "CommentRevision" cr WHERE cr."commentId" = c.id AND NOT cr.private)) THEN c."editedAt" END AS "editedAt"`

/**
 * Whether comment `c` has a place in its thread as `actor` sees it: no seal keeps it from them, and it is not deleted, or
 * it holds the place of replies that are not. The search for such replies goes through deleted ones only.
 */
export const hasPlace = (actor: Actor): Sql => sql`(
  ${visibleTo.held(actor, 'c')} AND (c."deletedAt" IS NULL OR EXISTS (
    WITH RECURSIVE below AS (
      SELECT r.id, r."deletedAt" FROM "Comment" r WHERE r."parentId" = c.id AND ${visibleTo.held(actor, 'r')}
      UNION ALL
      SELECT r.id, r."deletedAt" FROM below b JOIN "Comment" r ON r."parentId" = b.id
      WHERE b."deletedAt" IS NOT NULL AND ${visibleTo.held(actor, 'r')}
    ) SELECT FROM below WHERE below."deletedAt" IS NULL)))`

export function presentComment(row: CommentRow): Comment {
  return {
    id: row.id,
    threadId: row.threadId,
    parentId: row.parentId,
    author: { id: row.authorId, name: row.authorName },
    json: renamed(row.json, row.names),
    version: row.version,
    createdAt: moment(row.createdAt),
    editedAt: row.editedAt === null ? null : moment(row.editedAt),
    deleted: row.deleted,
    held: row.held,
    reactions: row.reactions ?? [],
  }
}

/** The thread of `a`, if there is one yet, as `t`, who resolved it, as `tu`, and who is to see to it, as `ta`. */
export const threadJoin: Sql = sql`LEFT JOIN "Thread" t ON t.id = a.id LEFT JOIN "User" tu ON tu.id = t."resolvedById"
  LEFT JOIN "User" ta ON ta.id = t."assigneeId"`

export type ThreadRow = {
  status: 'open' | 'resolved' | null
  reason: string | null
  resolvedById: string | null
  resolvedByName: string | null
  resolvedAt: Date | null
  assigneeId: string | null
  assigneeName: string | null
  dueOn: string | null
  threadVersion: number | null
  comments: number
}

/** The comments `h` of the thread of `a` that a seal holds back from all but `actor`; `a.comments` leaves them out. */
const ownHeld = (actor: Actor): Sql => sql`
  FROM "Comment" h
  WHERE h."threadId" = a.id AND h.held AND h."deletedAt" IS NULL AND h."authorId" = ${actor.id}::uuid`

/** Where the thread of `a` stands, as `actor` sees it. */
export const threadColumns = (actor: Actor): Sql => sql`
  t.status::text AS status, t.reason, t."resolvedById", tu.name AS "resolvedByName", t."resolvedAt",
  t."assigneeId", ta.name AS "assigneeName", t."dueOn", t.version AS "threadVersion", a.comments + (SELECT count(*)::int ${ownHeld(actor)}) AS comments`

/** Whether `actor` can read a comment in the thread of `a`. */
export const talked = (actor: Actor): Sql => sql`(a.comments > 0 OR EXISTS (SELECT ${ownHeld(actor)}))`

export function presentThread(row: ThreadRow): ThreadState {
  const { resolvedById, resolvedByName, resolvedAt, assigneeId, assigneeName } = row
  return {
    status: row.status ?? 'open',
    reason: row.reason ?? '',
    resolvedBy: resolvedById === null ? null : { id: resolvedById, name: resolvedByName ?? '' },
    resolvedAt: resolvedAt?.toISOString() ?? null,
    assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? '' },
    dueOn: row.dueOn ?? '',
    version: row.threadVersion ?? 0,
    comments: row.comments,
  }
}

function moment(value: Date | string): string {
  return new Date(value).toISOString()
}
