import { Refusal } from '@/domain/refusal'
import { sql, type Tx } from '../db'
import { findPhases } from '../seals/find-seal'

/**
 * The seals of the phases that are open on the documents of these passages, and of these claims' passages, by document;
 * with those under which these claims are held. They stay open until the transaction ends, and must be asked for before
 * rows are locked (see `findPhases`).
 */
export async function phasesAround(
  tx: Tx,
  { annotationIds = [], claimIds = [] }: { annotationIds?: readonly string[]; claimIds?: readonly string[] },
): Promise<Map<string, string>> {
  const [passages, claims] = [[...annotationIds], [...claimIds]]
  const rows = await tx.$queryRaw<{ documentId: string }[]>(sql`
    SELECT a."documentId" FROM "Annotation" a WHERE a.id = ANY(${passages}::uuid[])
    UNION SELECT a."documentId" FROM "Occurrence" o JOIN "Annotation" a ON a.id = o."annotationId"
      WHERE o."claimId" = ANY(${claims}::uuid[]) AND o."removedAt" IS NULL
    UNION SELECT p."documentId" FROM "Claim" c JOIN "PhaseDocument" p ON p."sealId" = c."sealId"
      WHERE c.id = ANY(${claims}::uuid[]) AND c.held`)
  return findPhases(rows.map(({ documentId }) => documentId), tx) // prettier-ignore
}

/** The one seal under which something falls that brings together what falls under these; null under none. */
export function oneSeal(seals: readonly (string | null | undefined)[]): string | null {
  const [seal = null, ...others] = new Set(seals.filter((each) => typeof each === 'string'))
  if (others.length > 0) {
    throw new Refusal(
      'conflict',
      'This would bring together what belongs to two independent phases. Please wait until one of them is revealed.',
    )
  }
  return seal
}
