import { z } from 'zod'
import type { Document, DOCUMENT_SORTS } from '@/domain/documents/document'
import { authorise } from '@/domain/permissions/authorise'
import { can, type Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { cursor, paged } from '../cursor'
import { db, empty, sql, type Sql, type Tx } from '../db'
import { containing } from '../like'
import { findProject } from '../projects/find-project'
import { talked } from '../threads/present'
import { visibleTo } from '../visible-to'

export type DocumentQuery = {
  cursor?: string | undefined
  limit: number
  sort: (typeof DOCUMENT_SORTS)[number]
  order: 'asc' | 'desc'
  text: string
  trashed: 'true' | 'false'
}

type Row = Omit<Document, 'createdBy' | 'createdAt' | 'activeAt' | 'retrievedAt'> & {
  createdAt: Date
  retrievedAt: Date | null
  activeAt: Date
  createdById: string
  createdByName: string
  /** The title as the database sorts it. */
  sortTitle: string
}

type Sort = { column: Sql; type: Sql; keyOf: (row: Row) => string }

/**
 * What a list can be sorted by. Activity is the last event in the document's own stream, which private changes don't move;
 * that order is made among all documents of the project, which are few next to what is in them.
 */
const SORTS: Readonly<Record<DocumentQuery['sort'], Sort>> = {
  title: { column: sql`lower(d.title)`, type: sql`text`, keyOf: ({ sortTitle }) => sortTitle },
  added: { column: sql`d."createdAt"`, type: sql`timestamptz`, keyOf: ({ createdAt }) => createdAt.toISOString() },
  activity: {
    column: sql`coalesce(s."movedAt", d."createdAt")`,
    type: sql`timestamptz`,
    keyOf: ({ activeAt }) => activeAt.toISOString(),
  },
}

const ORDERS: Readonly<Record<DocumentQuery['order'], { way: Sql; beyond: Sql }>> = {
  asc: { way: sql`ASC`, beyond: sql`>` },
  desc: { way: sql`DESC`, beyond: sql`<` },
}

const rest = { id: z.uuid(), order: z.enum(['asc', 'desc']) }
const position = cursor(
  z.discriminatedUnion('sort', [
    z.strictObject({ ...rest, sort: z.literal('title'), key: z.string().regex(/^\P{Cc}*$/u) }),
    z.strictObject({ ...rest, sort: z.enum(['added', 'activity']), key: z.iso.datetime() }),
  ]),
)

/** The documents of a project, or those in its trash, which only those see who may empty it out. */
export async function listDocuments(actor: Actor, projectId: string, query: DocumentQuery) {
  const project = await findProject(projectId)
  authorise(actor, 'project:read', project, 'project')
  const trashed = query.trashed === 'true'
  if (trashed && !can(actor, 'document:trash', project)) return { items: [], next: null }
  const { sort, order, text, limit } = query
  const after = position.read(query.cursor)
  if (after && (after.sort !== sort || after.order !== order))
    throw new Refusal('invalid', 'This cursor is of another order. Start again from the first page.')
  const { column, type, keyOf } = SORTS[sort]
  const { way, beyond } = ORDERS[order]
  const rows = await select(db, actor, {
    where: sql`d."projectId" = ${projectId}::uuid AND d."trashedAt" IS ${trashed ? sql`NOT NULL` : sql`NULL`}
      ${text === '' ? empty : sql`AND d.title ILIKE ${containing(text)}`}
      ${after ? sql`AND (${column}, d.id) ${beyond} (${after.key}::${type}, ${after.id}::uuid)` : empty}`,
    order: sql`${column} ${way}, d.id ${way}`,
    limit: limit + 1,
  })
  return paged(rows, limit, present, (row) => position.write({ key: keyOf(row), id: row.id, sort, order }))
}

/** One document, as its project lists it. */
export async function getDocument(actor: Actor, documentId: string, tx: Tx = db): Promise<Document> {
  const [row] = await select(tx, actor, { where: sql`d.id = ${documentId}::uuid`, order: sql`d.id`, limit: 1 })
  if (!row) throw notFound('document')
  return present(row)
}

type Page = { where: Sql; order: Sql; limit: number }

/**
 * Documents with their newest version and the counts that this actor may know. The page is cut first: what is counted is
 * counted for the documents that are shown.
 */
function select(tx: Tx, actor: Actor, { where, order, limit }: Page): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    WITH page AS (
      SELECT d.id, d."workspaceId", d."projectId", d.title, d.version, d."createdAt", d."createdById",
        d.author, d.source, d.address, d."publishedOn", d.language, d."retrievedAt",
        d."trashedAt" IS NOT NULL AS trashed, coalesce(s."movedAt", d."createdAt") AS "activeAt",
        lower(d.title) AS "sortTitle", row_number() OVER (ORDER BY ${order}) AS place
      FROM "Document" d LEFT JOIN "Stream" s ON s.id = d.id
      WHERE ${where} AND ${visibleTo.document(actor, 'd')}
      ORDER BY ${order} LIMIT ${limit}
    )
    SELECT p.id, p."workspaceId", p."projectId", p.title, p.version, p.trashed, p."createdAt", p."activeAt",
      p.author, p.source, p.address, p."publishedOn", p.language, p."retrievedAt", p."createdById", p."sortTitle", u.name AS "createdByName", v.id AS "versionId", v.format, v.characters,
      seen.annotations, seen."openThreads"
    FROM page p
    JOIN "User" u ON u.id = p."createdById"
    JOIN LATERAL (
      SELECT id, format, characters FROM "DocumentVersion" WHERE "documentId" = p.id ORDER BY number DESC LIMIT 1
    ) v ON true
    JOIN LATERAL (
      SELECT count(*)::int AS annotations, (count(*) FILTER (WHERE ${talked(actor)} AND NOT a.resolved))::int AS "openThreads"
      FROM "Annotation" a WHERE a."documentId" = p.id AND a."deletedAt" IS NULL AND ${visibleTo.annotation(actor, 'a')}
    ) seen ON true
    ORDER BY p.place`
}

function present({ createdById, createdByName, createdAt, activeAt, retrievedAt, ...row }: Row): Document {
  const { id, workspaceId, projectId, title, version, trashed } = row
  const { author, source, address, publishedOn, language } = row
  const { versionId, format, characters, annotations, openThreads } = row
  return {
    ...{ id, workspaceId, projectId, title, version, trashed },
    ...{ author, source, address, publishedOn, language },
    retrievedAt: retrievedAt?.toISOString() ?? null,
    ...{ versionId, format, characters, annotations, openThreads },
    createdBy: { id: createdById, name: createdByName },
    createdAt: createdAt.toISOString(),
    activeAt: activeAt.toISOString(),
  }
}
