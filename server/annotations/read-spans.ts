import { FLAG, type Spans } from '@/domain/annotations/spans'
import type { Actor } from '@/domain/permissions/policy'
import { db, sql, type Sql } from '../db'
import { talked } from '../threads/present'

/** One column of all rows as text, with commas between: the database and the driver are several times slower with rows. */
type Columns = Record<'ids' | 'starts' | 'ends' | 'labels' | 'authors' | 'flags', string | null>

/** Reads the spans of the annotations `a` that match, in columns and sorted, as `actor` sees them. */
export async function readSpans(actor: Actor, where: Sql): Promise<Omit<Spans, 'versionId'>> {
  const [columns] = await db.$queryRaw<[Columns]>(columnsOf(actor, where))
  const labels = table(cells(columns.labels))
  const authors = table(cells(columns.authors))
  return {
    ids: cells(columns.ids),
    starts: cells(columns.starts).map(Number),
    ends: cells(columns.ends).map(Number),
    labels: labels.indices,
    authors: authors.indices,
    flags: cells(columns.flags).map(Number),
    labelTable: labels.values,
    authorTable: await people(authors.values.map((id) => ({ id }))),
  }
}

function columnsOf(actor: Actor, where: Sql): Sql {
  return sql`
    SELECT string_agg(id::text, ',') AS ids, string_agg(start::text, ',') AS starts, string_agg("end"::text, ',') AS ends,
      string_agg(coalesce("labelId"::text, ''), ',') AS labels, string_agg("authorId"::text, ',') AS authors,
      string_agg(flags::text, ',') AS flags
    FROM (
      SELECT a.id, a.start, a."end", a."labelId", a."authorId",
        CASE WHEN a.visibility = 'private' THEN ${FLAG.private}::int ELSE 0 END
        + CASE WHEN a.resolved THEN ${FLAG.resolved}::int ELSE 0 END
        + CASE WHEN a."withdrawnAt" IS NOT NULL THEN ${FLAG.withdrawn}::int ELSE 0 END
        + CASE WHEN ${talked(actor)} THEN ${FLAG.talked}::int ELSE 0 END
        + CASE WHEN a.held THEN ${FLAG.held}::int ELSE 0 END AS flags
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

/** Who these are now, in the same order. */
export async function people(authors: readonly { id: string }[]): Promise<Spans['authorTable']> {
  if (authors.length === 0) return []
  const found = await db.user.findMany({
    where: { id: { in: authors.map(({ id }) => id) } },
    select: { id: true, name: true },
  })
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return authors.map(({ id }) => ({ id, name: names.get(id) ?? '' }))
}
