import { z } from 'zod'
import type { SimilarClaim } from '@/domain/claims/claim'
import { Id } from '@/domain/endpoint'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { db, empty, sql, type Sql } from '../db'
import { findProject } from '../projects/find-project'
import { visibleTo } from '../visible-to'
import { seenAnnotation, seenClaim, seenOccurrences } from './seen'

/**
 * From this share of common trigrams on, two statements are alike: what pg_trgm takes for its operator % as long as nobody
 * sets it otherwise, which finds them by an index.
 */
const ALIKE = 0.3

const position = cursor(z.tuple([z.boolean(), z.number(), Id]))

export type SimilarQuery = {
  cursor?: string | undefined
  limit: number
  statement: string
  annotations?: string[] | undefined
}

/**
 * The claims of a project that are like what someone is about to propose: those that occur in one of these passages, or in
 * the same words elsewhere, come first, then those whose statement is most alike. Duplicates are left out: what was found
 * is with the claim that they repeat.
 */
export async function listSimilarClaims(
  actor: Actor,
  projectId: string,
  { cursor: text, limit, statement, annotations = [] }: SimilarQuery,
): Promise<{ items: SimilarClaim[]; next: string | null }> {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  const last = position.read(text)
  const rows = await db.$queryRaw<SimilarClaim[]>`
    WITH there AS (${occurringIn(actor, projectId, annotations)}), alike AS (
      SELECT c.id, c.statement, c.type::text AS type, c.state::text AS state,
        similarity(c.statement, ${statement})::float8 AS likeness, EXISTS (SELECT FROM there WHERE there.id = c.id) AS "samePassage"
      FROM "Claim" c
      WHERE c.id IN (SELECT id FROM there UNION SELECT b.id FROM "Claim" b WHERE b.statement % ${statement})
        AND c."projectId" = ${projectId}::uuid AND c.state <> 'duplicate' AND ${seenClaim(actor, 'c')}
    )
    SELECT * FROM alike s
    WHERE (s."samePassage" OR s.likeness >= ${ALIKE})
      ${last ? sql`AND (s."samePassage", s.likeness, s.id) < (${last[0]}, ${last[1]}::float8, ${last[2]}::uuid)` : empty}
    ORDER BY s."samePassage" DESC, s.likeness DESC, s.id DESC LIMIT ${limit + 1}`
  return paged(rows, limit, (row) => row, ({ samePassage, likeness, id }) => position.write([samePassage, likeness, id])) // prettier-ignore
}

/** The claims that occur in these passages, or where the same words are marked; as far as the actor can see all of them. */
function occurringIn(actor: Actor, projectId: string, annotationIds: readonly string[]): Sql {
  return sql`
    WITH named AS MATERIALIZED (
      SELECT a.id, a.exact FROM "Annotation" a JOIN "Document" d ON d.id = a."documentId"
      WHERE a.id = ANY(${[...annotationIds]}::uuid[]) AND a."projectId" = ${projectId}::uuid
        AND ${seenAnnotation(actor)} AND ${visibleTo.document(actor, 'd')}
    )
    SELECT DISTINCT o."claimId" AS id FROM named
    JOIN "Annotation" same ON same."projectId" = ${projectId}::uuid AND same."deletedAt" IS NULL
      AND md5(same.exact) = md5(named.exact) AND same.exact = named.exact
    JOIN (SELECT o."claimId", o."annotationId" FROM ${seenOccurrences(actor)}) o ON o."annotationId" = same.id`
}
