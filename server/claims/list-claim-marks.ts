import { z } from 'zod'
import type { ClaimMark } from '@/domain/claims/claim'
import { Id } from '@/domain/endpoint'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { db, empty, sql } from '../db'
import { findDocument } from '../documents/find-document'
import { seenClaim, seenOccurrences } from './seen'

type Row = ClaimMark & { start: number; end: number }

const position = cursor(z.tuple([z.int32(), z.int32(), Id, Id]))

/** Which annotations of a document carry claims, and where these stand: by position. */
export async function listClaimMarks(
  actor: Actor,
  documentId: string,
  { cursor: text, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: ClaimMark[]; next: string | null }> {
  authorise(actor, 'document:read', await findDocument(documentId), 'document')
  const last = position.read(text)
  const rows = await db.$queryRaw<Row[]>`
    SELECT a.id AS "annotationId", o.id AS "occurrenceId", c.id AS "claimId", c.statement, c.type::text AS type,
      c.state::text AS state, o.stance::text AS stance, a.start, a."end"
    FROM ${seenOccurrences(actor)} JOIN "Claim" c ON c.id = o."claimId" AND ${seenClaim(actor, 'c')}
    WHERE a."documentId" = ${documentId}::uuid
      ${last ? sql`AND (a.start, a."end", a.id, o.id) > (${last[0]}, ${last[1]}, ${last[2]}::uuid, ${last[3]}::uuid)` : empty}
    ORDER BY a.start, a."end", a.id, o.id LIMIT ${limit + 1}`
  return paged(rows, limit, present, (row) => position.write([row.start, row.end, row.annotationId, row.occurrenceId]))
}

function present({ annotationId, occurrenceId, claimId, statement, type, state, stance }: Row): ClaimMark {
  return { annotationId, occurrenceId, claimId, statement, type, state, stance }
}
