import type { DocumentGrounds } from '@/domain/findings/finding'
import type { Actor } from '@/domain/permissions/policy'
import { anyMember } from '../any-member'
import { readCoverage } from '../claims/read-coverage'
import { seenClaim, seenOccurrences, seenRelations } from '../claims/seen'
import { sql, type Sql, type Tx } from '../db'

type Where = { workspaceId: string; projectId: string }

/** What a finding about a document stands on, as all may know it. */
export async function readDocumentGrounds(tx: Tx, where: Where, documentId: string): Promise<DocumentGrounds> {
  const reader = anyMember(where.workspaceId)
  const { claimed, cleared, unseen } = await readCoverage(reader, documentId, { limit: 1 }, tx)
  return {
    claims: await tx.$queryRaw<DocumentGrounds['claims']>(sql`
      SELECT c.id, c.statement, c.type::text AS type, c.state::text AS state FROM "Claim" c
      WHERE ${seenClaim(reader, 'c')} AND c.id IN (${claimsIn(reader, documentId)}) ORDER BY c."createdAt", c.id`),
    coverage: { claimed, cleared, unseen },
    conflicts: await tx.$queryRaw<DocumentGrounds['conflicts']>(sql`
      SELECT r.id, r.strength::text AS strength, r.disposition::text AS disposition, r.reason,
        json_build_object('claimId', cf.id, 'statement', cf.statement) AS "from",
        json_build_object('claimId', ct.id, 'statement', ct.statement) AS "to"
      FROM ${seenRelations(reader)}
      WHERE r."projectId" = ${where.projectId}::uuid AND r.kind = 'conflicts' AND (
        r."fromId" IN (${claimsIn(reader, documentId)}) OR r."toId" IN (${claimsIn(reader, documentId)}))
      ORDER BY r."createdAt", r.id`),
  }
}

const claimsIn = (reader: Actor, documentId: string): Sql => sql`
  SELECT o."claimId" FROM ${seenOccurrences(reader)} WHERE d.id = ${documentId}::uuid`
