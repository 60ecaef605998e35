import type { Annotation } from '@/domain/annotations/annotation'
import type { Actor } from '@/domain/permissions/policy'
import { db, sql, type Sql, type Tx } from '../db'
import {
  commentColumns,
  hasPlace,
  presentComment,
  presentThread,
  talked,
  threadColumns,
  threadJoin,
  type CommentRow,
  type ThreadRow,
} from '../threads/present'

export type AnnotationRow = ThreadRow & {
  id: string
  documentId: string
  versionId: string
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
  pages: string
  labelId: string | null
  tags: string[]
  visibility: 'private' | 'team'
  authorId: string
  authorName: string
  version: number
  createdAt: Date
  updatedAt: Date
  activeAt: Date
  withdrawn: boolean
  held: boolean
  note: CommentRow | null
}

/**
 * Reads annotations with author, thread and first comment, as `actor` sees them: one query, whatever their number.
 * `rows` selects the "Annotation" rows, and `order` (of alias `a`) puts them in order.
 */
export function readAnnotations(actor: Actor, rows: Sql, order: Sql, tx?: Tx): Promise<AnnotationRow[]> {
  return (tx ?? db).$queryRaw<AnnotationRow[]>`
    SELECT a.id, a."documentId", a."versionId", a.start, a."end", a.exact, a.prefix, a.suffix, a.pages, a."labelId", a.tags,
      a.visibility::text AS visibility, a."authorId", au.name AS "authorName", a.version, a."createdAt", a."updatedAt",
      a."activeAt", a."withdrawnAt" IS NOT NULL AS withdrawn, a.held, ${threadColumns(actor)}, to_json(note.*) AS note
    FROM (${rows}) a JOIN "User" au ON au.id = a."authorId" ${threadJoin}
    LEFT JOIN LATERAL (
      SELECT ${commentColumns(actor)} FROM "Comment" c JOIN "User" cu ON cu.id = c."authorId"
      WHERE ${talked(actor)} AND c."threadId" = a.id AND ${hasPlace(actor)}
      ORDER BY c."createdAt", c.id LIMIT 1
    ) note ON true
    ORDER BY ${order}`
}

/** One annotation that is known to be there and to be the actor's to read. */
export async function readAnnotation(actor: Actor, id: string, tx?: Tx): Promise<Annotation> {
  const [row] = await readAnnotations(actor, sql`SELECT * FROM "Annotation" WHERE id = ${id}::uuid`, sql`a.id`, tx)
  if (!row) throw new TypeError(`annotation ${id} is gone`)
  return presentAnnotation(row)
}

export function presentAnnotation(row: AnnotationRow): Annotation {
  return {
    id: row.id,
    documentId: row.documentId,
    versionId: row.versionId,
    start: row.start,
    end: row.end,
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
    pages: row.pages,
    labelId: row.labelId,
    tags: row.tags,
    visibility: row.visibility,
    author: { id: row.authorId, name: row.authorName },
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    activeAt: row.activeAt.toISOString(),
    withdrawn: row.withdrawn,
    held: row.held,
    thread: presentThread(row),
    note: row.note && presentComment(row.note),
  }
}
