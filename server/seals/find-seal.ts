import { db, empty, sql, type Tx } from '../db'

/**
 * The seals of the phases that are open on these documents: by document, those without one left out.
 *
 * With `tx` the phases are held open until the transaction ends, so that a reveal comes wholly before or after what is
 * written in it. A reveal has them first and then goes through all that they hold: ask for them before any row is locked
 * that they may hold, or the two wait for each other and one of them has to begin again.
 */
export async function findPhases(documentIds: readonly string[], tx?: Tx): Promise<Map<string, string>> {
  const rows = await (tx ?? db).$queryRaw<{ documentId: string; sealId: string }[]>`
    SELECT p."documentId", p."sealId" FROM "PhaseDocument" p
    WHERE p."documentId" = ANY(${[...documentIds]}::uuid[]) AND p.open
    ORDER BY p."documentId" ${tx ? sql`FOR SHARE` : empty}`
  return new Map(rows.map(({ documentId, sealId }) => [documentId, sealId]))
}

export type PhaseFacts = { id: string; workspaceId: string; projectId: string; documentIds: string[] }

/** A phase, open or revealed, with what the policy and its reveal turn on, or null. */
export async function findPhase(phaseId: string, tx: Tx = db): Promise<PhaseFacts | null> {
  const row = await tx.seal.findUnique({
    where: { id: phaseId, kind: 'phase' },
    select: { id: true, workspaceId: true, projectId: true, documents: { select: { documentId: true } } },
  })
  if (!row) return null
  const { documents, ...facts } = row
  return { ...facts, documentIds: documents.map(({ documentId }) => documentId) }
}
