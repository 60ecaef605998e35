import { authorise } from '@/domain/permissions/authorise'
import { canSee, type Actor, type Permission } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { findAnnotation, type AnnotationFacts } from '../annotations/find-annotation'
import { sql, type Tx } from '../db'
import { findClaim, type ClaimFacts } from './find-claim'

/** An occurrence with its claim and its passage: what the policy and its changes turn on. */
export type OccurrenceFacts = {
  id: string
  workspaceId: string
  claimId: string
  annotationId: string
  authorId: string
  held: boolean
  version: number
  removed: boolean
  claim: ClaimFacts
  annotation: AnnotationFacts
}

/**
 * The facts about an occurrence, or null. Its claim is locked first, as by all who change where a claim occurs, then its
 * passage.
 */
export async function findOccurrence(occurrenceId: string, tx: Tx): Promise<OccurrenceFacts | null> {
  const place = await tx.occurrence.findUnique({
    where: { id: occurrenceId },
    select: { claimId: true, annotationId: true },
  })
  if (!place) return null
  const claim = await findClaim(place.claimId, tx)
  const annotation = await findAnnotation(place.annotationId, tx)
  const [row] = await tx.$queryRaw<Omit<OccurrenceFacts, 'claim' | 'annotation'>[]>(sql`
    SELECT o.id, o."workspaceId", o."claimId", o."annotationId", o."authorId", o.held, o.version,
      o."removedAt" IS NOT NULL AS removed
    FROM "Occurrence" o WHERE o.id = ${occurrenceId}::uuid FOR NO KEY UPDATE`)
  return row && claim && annotation ? { ...row, claim, annotation } : null
}

/** Like `authorise`, of an occurrence: it is there where it is not removed, and its claim and its passage are. */
export function authoriseOccurrence(
  actor: Actor,
  permission: Permission,
  found: OccurrenceFacts | null,
): asserts found is OccurrenceFacts {
  if (!found || found.removed || !seesAround(actor, found)) throw notFound('occurrence')
  authorise(actor, permission, found, 'occurrence')
}

function seesAround(actor: Actor, { claim, annotation }: OccurrenceFacts): boolean {
  return [claim, annotation].every((it) => !it.deleted && canSee(actor, it))
}
