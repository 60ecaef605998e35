import type { Person } from '@/domain/people/person'
import type { Actor } from '@/domain/permissions/policy'
import type { Source } from '@/domain/evidence/source'
import { seenClaim } from '../claims/seen'
import { db, sql, type Sql, type Tx } from '../db'
import { claimsRestingOn } from './relied-on'
import { newestGrades, seenEvidence } from './seen'

export type SourceRow = Omit<Source, 'author' | 'createdAt' | 'retractedAt'> & {
  author: Person
  createdAt: Date
  retractedAt: Date | null
  /** The name as the database sorts it. */
  sortName: string
}

const person = sql`json_build_object('id', u.id, 'name', u.name)`

/** By its name, capitals apart. */
export const byName = sql`lower(s.name), s.id`

const gradesColumn = (actor: Actor): Sql => sql`ARRAY(
  SELECT json_build_object('rater', ${person}, 'reliability', g.reliability, 'held', g.held)
  FROM ${newestGrades(actor, sql`s.id`)} g JOIN "User" u ON u.id = g."raterId"
  WHERE g.reliability IS NOT NULL ORDER BY lower(u.name), u.id)`

/** The published findings about claims whose verdicts, as far as they are revealed, relied on source `s` or its copies. */
const findingsColumn = (actor: Actor): Sql => sql`ARRAY(
  SELECT json_build_object('id', f.id, 'statement', c.statement)
  FROM "Finding" f JOIN "Claim" c ON c.id = f."claimId" AND ${seenClaim(actor, 'c')}
  WHERE f.state = 'published' AND f."claimId" IN (${claimsRestingOn(sql`s.id`)})
    AND EXISTS (SELECT FROM "FindingVersion" fv WHERE fv."findingId" = f.id)
  ORDER BY f."createdAt", f.id)`

/** Reads sources by name as `actor` sees them: `rows` selects the "Source" rows, of which each is counted for. */
export function readSources(actor: Actor, rows: Sql, tx: Tx = db): Promise<SourceRow[]> {
  return tx.$queryRaw<SourceRow[]>`
    SELECT s.id, s."projectId", s.name, s.url,
      (SELECT json_build_object('id', o.id, 'name', o.name) FROM "Source" o WHERE o.id = s."originId") AS origin,
      (SELECT count(*)::int FROM "Source" k WHERE k."originId" = s.id) AS copies,
      (SELECT count(*)::int FROM ${seenEvidence(actor)} WHERE e."sourceId" = s.id) AS evidence,
      ${gradesColumn(actor)} AS grades, s."retractedAt",
      (SELECT ${person} FROM "User" u WHERE u.id = s."retractedById") AS "retractedBy", s."retractedFor",
      ${findingsColumn(actor)} AS findings, (SELECT ${person} FROM "User" u WHERE u.id = s."authorId") AS author,
      s.version, s."createdAt", lower(s.name) AS "sortName"
    FROM (${rows}) s ORDER BY ${byName}`
}

/** One source that is known to be there and to be the actor's to read. */
export async function readSource(actor: Actor, id: string, tx?: Tx): Promise<Source> {
  const [row] = await readSources(actor, sql`SELECT * FROM "Source" WHERE id = ${id}::uuid`, tx)
  if (!row) throw new TypeError(`source ${id} is gone`)
  return presentSource(row)
}

/** In the order of the schema, so that a retry is answered with the very same bytes. */
export function presentSource(row: SourceRow): Source {
  const { id, projectId, name, url, origin, copies, evidence, grades } = row
  const { retractedBy, retractedFor, findings, author, version } = row
  return {
    ...{ id, projectId, name, url, origin, copies, evidence, grades },
    retractedAt: row.retractedAt?.toISOString() ?? null,
    ...{ retractedBy, retractedFor, findings, author, version },
    createdAt: row.createdAt.toISOString(),
  }
}
