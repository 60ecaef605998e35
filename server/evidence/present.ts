import type { Appraisal, Evidence } from '@/domain/evidence/evidence'
import type { Actor } from '@/domain/permissions/policy'
import { passageColumn } from '../claims/list-occurrences'
import { db, sql, type Sql, type Tx } from '../db'
import { visibleTo } from '../visible-to'
import { newestAppraisals, newestGrades, seenEvidence } from './seen'

/** A piece of evidence as the database gives it; inside JSON its moments come as text. */
export type EvidenceRow = Omit<Evidence, 'author' | 'createdAt'> & {
  authorId: string
  authorName: string
  createdAt: Date
  appraisals: Appraisal[]
}

const person = sql`json_build_object('id', u.id, 'name', u.name)`

/** Source `s` of evidence, with the origin `so` that it copies. */
const sourceColumn = sql`CASE WHEN s.id IS NOT NULL THEN json_build_object(
  'id', s.id, 'name', s.name, 'originId', coalesce(so.id, s.id), 'originName', coalesce(so.name, s.name),
  'retracted', s."retractedAt" IS NOT NULL OR so."retractedAt" IS NOT NULL) END`

const attachmentColumn = sql`CASE WHEN t.id IS NOT NULL THEN json_build_object(
  'id', t.id, 'name', t.name, 'mediaType', t."mediaType", 'size', t.size, 'sha256', t.sha256) END`

const appraisalsColumn = (actor: Actor): Sql => sql`ARRAY(
  SELECT json_build_object('rater', ${person}, 'stance', p.stance, 'reason', p.reason, 'credibility', p.credibility,
    'reliability', g.reliability, 'createdAt', p."createdAt", 'held', p.held)
  FROM ${newestAppraisals(actor, sql`e.id`)} p JOIN "User" u ON u.id = p."raterId"
    LEFT JOIN ${newestGrades(actor, sql`e."sourceId"`)} g ON g."raterId" = p."raterId"
  ORDER BY p."createdAt", p.id)`

/** Whether evidence `e` is a passage in which its own claim is made, as far as the actor can see. */
const circular = (actor: Actor): Sql => sql`EXISTS (
  SELECT FROM "Occurrence" o WHERE o."claimId" = e."claimId" AND o."annotationId" = e."annotationId"
    AND o."removedAt" IS NULL AND ${visibleTo.held(actor, 'o')})`

/** Reads the evidence `e` that matches and that the actor can see, in the order in which it was added. */
export function readRows(
  actor: Actor,
  { where, limit }: { where: Sql; limit: number },
  tx: Tx = db,
): Promise<EvidenceRow[]> {
  return tx.$queryRaw<EvidenceRow[]>`
    SELECT e.id, e."claimId", e.kind::text AS kind, e.title, e.excerpt, e.url, e."retrievedOn",
      CASE WHEN a.id IS NOT NULL THEN ${passageColumn} END AS passage, ${attachmentColumn} AS attachment,
      ${sourceColumn} AS source, ${circular(actor)} AS circular, e."authorId", eu.name AS "authorName", e.version,
      e."createdAt", ${appraisalsColumn(actor)} AS appraisals
    FROM ${seenEvidence(actor)} JOIN "User" eu ON eu.id = e."authorId"
      LEFT JOIN "Source" s ON s.id = e."sourceId" LEFT JOIN "Source" so ON so.id = s."originId"
      LEFT JOIN "Attachment" t ON t.id = e."attachmentId"
    WHERE ${where} ORDER BY e."createdAt", e.id LIMIT ${limit}`
}

/** One piece of evidence that is known to be the actor's to read. */
export async function readEvidence(actor: Actor, id: string, tx?: Tx): Promise<Evidence> {
  const [row] = await readRows(actor, { where: sql`e.id = ${id}::uuid`, limit: 1 }, tx)
  if (!row) throw new TypeError(`evidence ${id} is gone`)
  return presentEvidence(row)
}

/** In the order of the schema, so that a retry is answered with the very same bytes. */
export function presentEvidence({
  authorId,
  authorName,
  version,
  createdAt,
  appraisals,
  ...row
}: EvidenceRow): Evidence {
  return {
    ...row,
    author: { id: authorId, name: authorName },
    version,
    createdAt: createdAt.toISOString(),
    appraisals: appraisals.map((each) => ({ ...each, createdAt: new Date(each.createdAt).toISOString() })),
  }
}
