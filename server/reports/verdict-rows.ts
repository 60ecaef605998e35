import { ratingOf, type VerdictForm } from '@/domain/claims/forms'
import { wordsFor } from '@/domain/claims/likelihood'
import type { Actor } from '@/domain/permissions/policy'
import type { Table } from '@/domain/reports/csv'
import { seenClaim } from '../claims/seen'
import { db, type Sql } from '../db'
import { revealed } from '../findings/counted'

type Row = {
  verdictId: string
  claimId: string
  claim: string
  type: string
  round: number
  sealed: boolean
  reviewerId: string
  reviewer: string
  kind: string
  rating: string | null
  likelihood: number | null
  confidence: string | null
  misleading: string | null
  rationale: string
  evidenceIds: string
  commentsWritten: number | null
  commentsSeen: number | null
  submittedAt: Date
  form: VerdictForm
}

const COLUMNS = [
  ...['verdictId', 'claimId', 'claim', 'type', 'round', 'sealed', 'reviewerId', 'reviewer', 'kind', 'rating'],
  ...['ratingName', 'ratingValue', 'likelihood', 'likelihoodInWords', 'confidence', 'misleading', 'rationale'],
  ...['evidenceIds', 'commentsWritten', 'commentsSeen', 'submittedAt'],
] as const

/** All verdicts of revealed rounds: what was judged, and what each had written and seen about it before. */
export async function verdictRows(reader: Actor, claims: Sql): Promise<Table> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT v.id AS "verdictId", v."claimId", w.statement AS claim, w.type::text AS type, n.number AS round,
      n."sealId" IS NOT NULL AS sealed, v."authorId" AS "reviewerId", u.name AS reviewer, v.kind::text AS kind, v.rating,
      v.likelihood, v.confidence, v.misleading, v.text AS rationale, array_to_string(ARRAY(
        SELECT ve."evidenceId" FROM "VerdictEvidence" ve WHERE ve."verdictId" = v.id ORDER BY ve."evidenceId"
      ), ' ') AS "evidenceIds", rr.written AS "commentsWritten", rr.seen AS "commentsSeen",
      v."createdAt" AS "submittedAt", n.form
    FROM ${revealed} JOIN "Claim" c ON c.id = v."claimId" AND ${seenClaim(reader, 'c')} AND ${claims}
      JOIN "ClaimVersion" w ON w.id = n."claimVersionId" JOIN "User" u ON u.id = v."authorId"
      LEFT JOIN "RoundReviewer" rr ON rr."roundId" = n.id AND rr."userId" = v."authorId"
    ORDER BY c."createdAt", c.id, n.number, v."createdAt", v.id`
  return {
    columns: COLUMNS,
    rows: rows.map(({ form, submittedAt, ...row }) => {
      const rating = ratingOf(form, row.rating)
      return {
        ...row,
        ratingName: rating?.name ?? null,
        ratingValue: rating?.value ?? null,
        likelihoodInWords: row.likelihood === null ? null : wordsFor(row.likelihood),
        submittedAt: submittedAt.toISOString(),
      }
    }),
  }
}
