import type { AnnotationFilter } from '@/domain/annotations/endpoints'
import { FLAG, type Spans } from '@/domain/annotations/spans'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { db, sql, type Sql } from '../db'
import { findDocument } from '../documents/find-document'
import { matching } from './matching'

/** One column of all rows as text, with commas between: the database and the driver are several times slower with rows. */
type Columns = Record<'ids' | 'starts' | 'ends' | 'labels' | 'authors' | 'flags', string | null>

/**
 * Where the annotations of a document's newest version lie: all that the actor can see and the filter admits, in columns.
 * It reads one table only, since there may be ten thousand of them.
 */
export async function listSpans(actor: Actor, documentId: string, filter: AnnotationFilter): Promise<Spans> {
  const newest = { where: { documentId }, orderBy: { number: 'desc' }, select: { id: true } } as const
  const [document, version] = await Promise.all([findDocument(documentId), db.documentVersion.findFirst(newest)])
  authorise(actor, 'document:read', document, 'document')
  if (!version) throw notFound('document')
  const [columns] = await db.$queryRaw<[Columns]>(
    columnsOf(sql`${matching(actor, documentId, filter)} AND a."versionId" = ${version.id}::uuid`),
  )
  const labels = table(cells(columns.labels))
  const authors = table(cells(columns.authors))
  return {
    versionId: version.id,
    ids: cells(columns.ids),
    starts: cells(columns.starts).map(Number),
    ends: cells(columns.ends).map(Number),
    labels: labels.indices,
    authors: authors.indices,
    flags: cells(columns.flags).map(Number),
    labelTable: labels.values,
    authorTable: await people(authors.values),
  }
}

function columnsOf(where: Sql): Sql {
  return sql`
    SELECT string_agg(id::text, ',') AS ids, string_agg(start::text, ',') AS starts, string_agg("end"::text, ',') AS ends,
      string_agg(coalesce("labelId"::text, ''), ',') AS labels, string_agg("authorId"::text, ',') AS authors,
      string_agg(flags::text, ',') AS flags
    FROM (
      SELECT a.id, a.start, a."end", a."labelId", a."authorId",
        CASE WHEN a.visibility = 'private' THEN ${FLAG.private}::int ELSE 0 END
        + CASE WHEN a.resolved THEN ${FLAG.resolved}::int ELSE 0 END
        + CASE WHEN a."withdrawnAt" IS NOT NULL THEN ${FLAG.withdrawn}::int ELSE 0 END
        + CASE WHEN a.comments > 0 THEN ${FLAG.talked}::int ELSE 0 END AS flags
      FROM "Annotation" a WHERE ${where} ORDER BY a.start, a."end", a.id
    ) span`
}

function cells(column: string | null): string[] {
  return column === null ? [] : column.split(',')
}

/** The distinct values, and for each cell where its value is among them; -1 for an empty one. */
function table(column: string[]): { values: string[]; indices: number[] } {
  const known = new Map<string, number>([['', -1]])
  const indices = column.map((value) => {
    const index = known.get(value) ?? known.size - 1
    known.set(value, index)
    return index
  })
  return { values: [...known.keys()].slice(1), indices }
}

/** Who these are, in the same order. */
async function people(ids: string[]): Promise<Spans['authorTable']> {
  if (ids.length === 0) return []
  const found = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return ids.map((id) => ({ id, name: names.get(id) ?? '' }))
}
