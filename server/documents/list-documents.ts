import { z } from 'zod'
import type { Document, DOCUMENT_SORTS } from '@/domain/documents/document'
import { authorise } from '@/domain/permissions/authorise'
import { can, type Actor } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { cursor, paged } from '../cursor'
import { db, empty, sql, type Sql, type Tx } from '../db'
import { findProject } from '../projects/find-project'
import { visibleTo } from '../visible-to'

export type DocumentQuery = {
  cursor?: string | undefined
  limit: number
  sort: (typeof DOCUMENT_SORTS)[number]
  order: 'asc' | 'desc'
  text: string
  trashed: 'true' | 'false'
}

type Row = Omit<Document, 'createdBy' | 'createdAt' | 'activeAt'> & {
  createdAt: Date
  activeAt: Date
  createdById: string
  createdByName: string
  key: string
}

/** What a list can be sorted by. Activity is the last event in the document's own stream, which private changes don't move. */
const SORTS: Readonly<Record<DocumentQuery['sort'], { column: Sql; type: Sql }>> = {
  title: { column: sql`lower(d.title)`, type: sql`text` },
  added: { column: sql`d."createdAt"`, type: sql`timestamptz` },
  activity: { column: sql`coalesce(s."movedAt", d."createdAt")`, type: sql`timestamptz` },
}

const position = cursor(
  z.strictObject({
    key: z.string(),
    id: z.uuid(),
    sort: z.enum(['title', 'added', 'activity']),
    order: z.enum(['asc', 'desc']),
  }),
)

/** The documents of a project, or those in its trash, which only those see who may empty it out. */
export async function listDocuments(actor: Actor, projectId: string, query: DocumentQuery) {
  const project = await findProject(projectId)
  authorise(actor, 'project:read', project, 'project')
  const trashed = query.trashed === 'true'
  if (trashed && !can(actor, 'document:trash', project)) return { items: [], next: null }
  const { column, type } = SORTS[query.sort]
  const read = position.read(query.cursor)
  const after = read?.sort === query.sort && read.order === query.order ? read : null
  const wider = query.order === 'asc' ? sql`>` : sql`<`
  const way = query.order === 'asc' ? sql`ASC` : sql`DESC`
  const rows = await select(
    db,
    actor,
    column,
    sql`d."projectId" = ${projectId}::uuid AND d."trashedAt" IS ${trashed ? sql`NOT NULL` : sql`NULL`}
      ${query.text === '' ? empty : sql`AND d.title ILIKE ${`%${query.text.replace(/[\\%_]/g, '\\$&')}%`}`}
      ${after ? sql`AND (${column}, d.id) ${wider} (${after.key}::${type}, ${after.id}::uuid)` : empty}`,
    sql`ORDER BY ${column} ${way}, d.id ${way} LIMIT ${query.limit + 1}`,
  )
  return paged(rows, query.limit, present, (row) =>
    position.write({ key: row.key, id: row.id, sort: query.sort, order: query.order }),
  )
}

/** One document, as its project lists it. */
export async function getDocument(actor: Actor, documentId: string, tx: Tx = db): Promise<Document> {
  const [row] = await select(tx, actor, SORTS.added.column, sql`d.id = ${documentId}::uuid`, empty)
  if (!row) throw notFound('document')
  return present(row)
}

/** Documents with their newest version and the counts that this actor may know. */
function select(tx: Tx, actor: Actor, key: Sql, where: Sql, tail: Sql): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT d.id, d."workspaceId", d."projectId", d.title, d.version, d."createdAt", d."trashedAt" IS NOT NULL AS trashed,
      d."createdById", u.name AS "createdByName", v.id AS "versionId", v.format, v.characters,
      coalesce(s."movedAt", d."createdAt") AS "activeAt", seen.annotations, seen."openThreads",
      (${key})::text AS key
    FROM "Document" d
    JOIN "User" u ON u.id = d."createdById"
    JOIN LATERAL (
      SELECT id, format, characters FROM "DocumentVersion" WHERE "documentId" = d.id ORDER BY number DESC LIMIT 1
    ) v ON true
    LEFT JOIN "Stream" s ON s.id = d.id
    JOIN LATERAL (
      SELECT count(*)::int AS annotations, (count(*) FILTER (WHERE a.comments > 0 AND NOT a.resolved))::int AS "openThreads"
      FROM "Annotation" a WHERE a."documentId" = d.id AND a."deletedAt" IS NULL AND ${visibleTo.annotation(actor, 'a')}
    ) seen ON true
    WHERE ${where} AND ${visibleTo.document(actor, 'd')} ${tail}`
}

function present(row: Row): Document {
  const {
    id,
    workspaceId,
    projectId,
    title,
    version,
    trashed,
    versionId,
    format,
    characters,
    annotations,
    openThreads,
  } = row
  return {
    ...{ id, workspaceId, projectId, title, version, trashed, versionId, format, characters, annotations, openThreads },
    createdBy: { id: row.createdById, name: row.createdByName },
    createdAt: row.createdAt.toISOString(),
    activeAt: row.activeAt.toISOString(),
  }
}
