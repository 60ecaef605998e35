import type { Relation } from '@/domain/claims/relation'
import type { Actor } from '@/domain/permissions/policy'
import { db, sql, type Sql, type Tx } from '../db'
import { presentThread, threadColumns, threadJoin, type ThreadRow } from '../threads/present'
import { visibleTo } from '../visible-to'
import { passageColumn } from './list-occurrences'
import { seenAnnotation, seenOccurrences } from './seen'

type Own = 'id' | 'projectId' | 'kind' | 'from' | 'to' | 'strength' | 'disposition' | 'version' | 'held'

export type RelationRow = Pick<Relation, Own> &
  ThreadRow & {
    /** Why it is so; `reason` is the thread's. */
    why: string
    settledById: string | null
    settledByName: string | null
    settledAt: Date | null
    authorId: string
    authorName: string
    createdAt: Date
  }

/**
 * Reads relations with both ends and their thread, as `actor` sees them: one query, whatever their number. `rows` selects
 * "ClaimRelation" rows whose claims they can see, and `order` (of alias `a`) puts them in order.
 */
export function readRelations(actor: Actor, rows: Sql, order: Sql, tx: Tx = db): Promise<RelationRow[]> {
  return tx.$queryRaw<RelationRow[]>`
    SELECT a.id, a."projectId", a.kind::text AS kind, a."from", a."to", a.strength::text AS strength,
      a.disposition::text AS disposition, a.reason AS why, a."settledById", su.name AS "settledByName", a."settledAt",
      a."authorId", au.name AS "authorName", a.version, a."createdAt", a.held, ${threadColumns(actor)}
    FROM (
      SELECT r.*, ${end(actor, sql`r."fromId"`, sql`r."fromAnnotationId"`)} AS "from",
        ${end(actor, sql`r."toId"`, sql`r."toAnnotationId"`)} AS "to", (
          SELECT count(*)::int FROM "Comment" c WHERE c."threadId" = r.id AND c."deletedAt" IS NULL AND NOT c.held
        ) AS comments
      FROM (${rows}) r
    ) a JOIN "User" au ON au.id = a."authorId" LEFT JOIN "User" su ON su.id = a."settledById" ${threadJoin}
    ORDER BY ${order}`
}

/** One relation that is known to be there and to be the actor's to read. */
export async function readRelation(actor: Actor, id: string, tx?: Tx): Promise<Relation> {
  const [row] = await readRelations(actor, sql`SELECT * FROM "ClaimRelation" WHERE id = ${id}::uuid`, sql`a.id`, tx)
  if (!row) throw new TypeError(`relation ${id} is gone`)
  return presentRelation(row)
}

/** A claim at an end, with the passage that is named there, or else the first in which it occurs, if one can be seen. */
function end(actor: Actor, claimId: Sql, annotationId: Sql): Sql {
  return sql`(
    SELECT json_build_object('claimId', c.id, 'statement', c.statement, 'type', c.type, 'state', c.state, 'passage', coalesce((
      SELECT ${passageColumn} FROM "Annotation" a JOIN "Document" d ON d.id = a."documentId"
      WHERE a.id = ${annotationId} AND ${seenAnnotation(actor)} AND ${visibleTo.document(actor, 'd')}
    ), (
      SELECT ${passageColumn} FROM ${seenOccurrences(actor)}
      WHERE o."claimId" = c.id ORDER BY o."createdAt", o.id LIMIT 1
    )))
    FROM "Claim" c WHERE c.id = ${claimId})`
}

export function presentRelation(row: RelationRow): Relation {
  const { id, projectId, kind, from, to, strength, disposition, version, held } = row
  const { settledById, settledByName, settledAt } = row
  return {
    ...{ id, projectId, kind, from, to, strength, disposition, reason: row.why },
    settledBy: settledById === null ? null : { id: settledById, name: settledByName ?? '' },
    settledAt: settledAt?.toISOString() ?? null,
    author: { id: row.authorId, name: row.authorName },
    version,
    createdAt: row.createdAt.toISOString(),
    held,
    thread: presentThread(row),
  }
}
