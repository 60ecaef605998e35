import { isDeepStrictEqual } from 'node:util'
import { pool } from '@/domain/claims/pooling'
import { FindingContent, type Finding } from '@/domain/findings/finding'
import type { Actor } from '@/domain/permissions/policy'
import { db, sql, type Sql, type Tx } from '../db'
import { presentThread, threadColumns, threadJoin, type ThreadRow } from '../threads/present'
import { claimsOf, lastWords, revealed } from './counted'
import { people, person } from './person'
import { dissentsColumn, presentDissent } from './present-dissent'
import { presentVersion, publishedColumn, type VersionRow } from './present-version'

type Own = 'id' | 'workspaceId' | 'projectId' | 'claim' | 'document' | 'state' | 'version' | 'updatedBy' | 'signed'
type Asked = 'reviewers' | 'signOffs' | 'adjudicates' | 'dissents' | 'retractedSources'

export type FindingRow = Pick<Finding, Own | Asked> &
  ThreadRow & {
    content: unknown
    published: VersionRow | null
    updatedAt: Date
    createdAt: Date
    judgements: { by: string; likelihood: number }[]
  }

const signed: Sql = people(sql`
  SELECT s."userId" FROM "SignOff" s WHERE s."findingId" = f.id AND s.version = f.version`)

/** Those who have judged what the finding is about, and are still here to sign it. */
const reviewers: Sql = people(sql`
  SELECT v."authorId" FROM ${revealed}
    JOIN "Membership" m ON m."userId" = v."authorId" AND m."workspaceId" = f."workspaceId" AND m.role <> 'viewer'
  WHERE v.kind = 'judged' AND v."claimId" IN (${claimsOf})`)

const judgements: Sql = sql`ARRAY(
  SELECT json_build_object('by', w."authorId", 'likelihood', w.likelihood) FROM ${lastWords(sql`f."claimId"`)} w
  WHERE w.kind = 'judged' AND w.likelihood IS NOT NULL ORDER BY w."authorId")`

/** Sources that were retracted, of evidence on which those relied whose judgement counts; a copy rests on its origin. */
const retractedSources: Sql = sql`ARRAY(
  SELECT json_build_object('id', rs.id, 'name', rs.name) FROM "Source" rs
  WHERE rs."retractedAt" IS NOT NULL AND rs."projectId" = f."projectId" AND rs.id IN (
    SELECT unnest(ARRAY[es.id, es."originId"]) FROM ${lastWords(claimsOf)} w
      JOIN "VerdictEvidence" ve ON ve."verdictId" = w.id JOIN "Evidence" e ON e.id = ve."evidenceId"
      JOIN "Source" es ON es.id = e."sourceId" WHERE w.kind = 'judged')
  ORDER BY lower(rs.name), rs.id)`

/**
 * Reads findings with all that belongs to them, as `actor` sees them: one query, whatever their number. `rows` selects
 * "Finding" rows that they can see, and `order` (of alias `a`) puts them in order.
 */
export function readFindings(actor: Actor, rows: Sql, order: Sql, tx: Tx = db): Promise<FindingRow[]> {
  return tx.$queryRaw<FindingRow[]>`
    SELECT a.id, a."workspaceId", a."projectId", a.claim, a.document, a.state::text AS state, a.content,
      ${publishedColumn} AS published, a.version, ${person(sql`a."updatedById"`)} AS "updatedBy", a."updatedAt",
      a."createdAt", a.signed, a.reviewers, a."signOffs", a.adjudicates, ${dissentsColumn} AS dissents, a.judgements,
      a."retractedSources", ${threadColumns(actor)}
    FROM (
      SELECT f.*, (
          SELECT json_build_object('id', c.id, 'statement', c.statement, 'type', c.type, 'state', c.state)
          FROM "Claim" c WHERE c.id = f."claimId") AS claim,
        (SELECT json_build_object('id', d.id, 'title', d.title) FROM "Document" d WHERE d.id = f."documentId") AS document,
        ${signed} AS signed, ${reviewers} AS reviewers, p."signOffs", p.adjudicates, ${judgements} AS judgements,
        ${retractedSources} AS "retractedSources", (
          SELECT count(*)::int FROM "Comment" c WHERE c."threadId" = f.id AND c."deletedAt" IS NULL AND NOT c.held
        ) AS comments
      FROM (${rows}) f JOIN "Project" p ON p.id = f."projectId"
    ) a ${threadJoin}
    ORDER BY ${order}`
}

/** One finding that is known to be there and to be the actor's to read. */
export async function readFinding(actor: Actor, id: string, tx?: Tx): Promise<Finding> {
  const [row] = await readFindings(actor, sql`SELECT * FROM "Finding" WHERE id = ${id}::uuid`, sql`a.id`, tx)
  if (!row) throw new TypeError(`finding ${id} is gone`)
  return presentFinding(row)
}

/** In the order of the schema, so that a retry is answered with the very same bytes. */
export function presentFinding(row: FindingRow): Finding {
  const { id, workspaceId, projectId, claim, document, state, version, updatedBy, signed, reviewers } = row
  const content = FindingContent.parse(row.content)
  const published = row.published && presentVersion(row.published)
  return {
    ...{ id, workspaceId, projectId, claim, document, state, content },
    changed: !isDeepStrictEqual(content, published?.content),
    ...{ published, version, updatedBy, updatedAt: row.updatedAt.toISOString() },
    createdAt: row.createdAt.toISOString(),
    ...{ signed, reviewers, signOffs: row.signOffs, adjudicates: row.adjudicates },
    dissents: row.dissents.map(presentDissent),
    pooled: pool(row.judgements, content.pooling),
    retractedSources: row.retractedSources,
    thread: presentThread(row),
  }
}
