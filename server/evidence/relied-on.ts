import { db, sql, type Sql, type Tx } from '../db'

/*
 * What verdicts relied on. Of those that a seal still holds nothing is told, to nobody.
 */

/**
 * The origins of the evidence that each of these verdicts relied on: by verdict the ids of sources, where copies count as
 * the one that they copy. Verdicts that are held, and those that relied on no named source, are left out.
 */
export async function originsOf(verdictIds: readonly string[], tx: Tx = db): Promise<Map<string, Set<string>>> {
  const rows = await tx.$queryRaw<{ verdictId: string; originId: string }[]>`
    SELECT DISTINCT v.id AS "verdictId", coalesce(s."originId", s.id) AS "originId"
    FROM "Verdict" v JOIN "VerdictEvidence" ve ON ve."verdictId" = v.id
      JOIN "Evidence" e ON e.id = ve."evidenceId" JOIN "Source" s ON s.id = e."sourceId"
    WHERE v.id = ANY(${[...verdictIds]}::uuid[]) AND NOT v.held`
  const origins = new Map<string, Set<string>>()
  for (const { verdictId, originId } of rows) {
    origins.set(verdictId, (origins.get(verdictId) ?? new Set()).add(originId))
  }
  return origins
}

/** The ids of the claims of which some verdict relied on evidence of a source, or of its copies; to stand in a query. */
export const claimsRestingOn = (sourceId: Sql): Sql => sql`
  SELECT v."claimId" FROM "Source" rs JOIN "Evidence" re ON re."sourceId" = rs.id
    JOIN "VerdictEvidence" ve ON ve."evidenceId" = re.id JOIN "Verdict" v ON v.id = ve."verdictId"
  WHERE (rs.id = ${sourceId} OR rs."originId" = ${sourceId}) AND NOT v.held`
