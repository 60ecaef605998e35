import { v7 } from 'uuid'
import { Refusal } from '@/domain/refusal'
import { sql, type Tx } from '../db'

/**
 * Refuses what would move passages that the team sees in documents which are read independently: what was there before a
 * phase stands still until its reveal.
 */
export async function refuseInPhases(tx: Tx, claimId: string, phases: ReadonlyMap<string, string>): Promise<void> {
  const [still] = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT o.id FROM "Occurrence" o JOIN "Annotation" a ON a.id = o."annotationId"
    WHERE o."claimId" = ${claimId}::uuid AND o."removedAt" IS NULL AND NOT o.held
      AND a."documentId" = ANY(${[...phases.keys()]}::uuid[]) LIMIT 1`)
  if (still) {
    throw new Refusal(
      'conflict',
      'This claim occurs in a document that is read independently: where it occurs stands still until the reveal.',
    )
  }
}

/**
 * Copies the occurrences of a claim to others, each with its author and the seal that holds it: also those that whoever
 * asks for this can't see. A passage that stands under the other one already is left out, unless that is another's and one
 * of the two is held.
 */
export async function copyOccurrences(tx: Tx, fromId: string, toIds: readonly string[]): Promise<void> {
  const rows = await tx.occurrence.findMany({
    where: { claimId: fromId, removedAt: null },
    orderBy: { createdAt: 'asc' },
  })
  const there = await tx.occurrence.findMany({ where: { claimId: { in: [...toIds] }, removedAt: null } })
  const data = toIds.flatMap((claimId) =>
    rows
      .filter((row) => !there.some((other) => other.claimId === claimId && repeats(row, other)))
      .map((row) => ({ ...row, id: v7(), claimId, version: 1 })),
  )
  await tx.occurrence.createMany({ data })
}

type Repeatable = { annotationId: string; authorId: string; held: boolean }

function repeats(row: Repeatable, other: Repeatable): boolean {
  const seenAlike = row.authorId === other.authorId || (!row.held && !other.held)
  return row.annotationId === other.annotationId && seenAlike
}
