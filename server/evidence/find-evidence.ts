import type { Evidence } from '@/domain/evidence/evidence'
import { PINNED } from '@/domain/claims/states'
import { canSee, type Actor, type Permission } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { findAnnotation, type AnnotationFacts } from '../annotations/find-annotation'
import { authoriseKept } from '../authorise-kept'
import { findClaim, type ClaimFacts } from '../claims/find-claim'
import { db, empty, sql, type Tx } from '../db'

/** A piece of evidence with its claim and its passage, if it is one: what the policy and its changes turn on. */
export type EvidenceFacts = {
  id: string
  workspaceId: string
  projectId: string
  claimId: string
  kind: Evidence['kind']
  sourceId: string | null
  annotationId: string | null
  authorId: string
  version: number
  removed: boolean
  claim: ClaimFacts
  annotation: AnnotationFacts | null
}

/**
 * The facts about a piece of evidence, removed ones too, or null. With `tx` its claim is locked first, as by all who
 * change what a claim stands on.
 */
export async function findEvidence(evidenceId: string, tx?: Tx): Promise<EvidenceFacts | null> {
  const place = await (tx ?? db).evidence.findUnique({ where: { id: evidenceId }, select: { claimId: true } })
  if (!place) return null
  const claim = await findClaim(place.claimId, tx)
  const [row] = await (tx ?? db).$queryRaw<Omit<EvidenceFacts, 'claim' | 'annotation'>[]>`
    SELECT e.id, e."workspaceId", e."projectId", e."claimId", e.kind::text AS kind, e."sourceId", e."annotationId",
      e."authorId", e.version, e."removedAt" IS NOT NULL AS removed
    FROM "Evidence" e WHERE e.id = ${evidenceId}::uuid ${tx ? sql`FOR NO KEY UPDATE` : empty}`
  if (!row || !claim) return null
  // While we waited for its claim, that was merged into another one.
  if (row.claimId !== claim.id) return findEvidence(evidenceId, tx)
  const annotation = row.annotationId === null ? null : await findAnnotation(row.annotationId)
  return { ...row, claim, annotation }
}

/**
 * Like `authorise`, of evidence: it is there where it is not removed, and its claim and its passage can be seen. With
 * `orRemoved` it is also there for those who may do this to it once it was removed, even if its passage is deleted.
 */
export function authoriseEvidence(
  actor: Actor,
  permission: Permission,
  found: EvidenceFacts | null,
  { orRemoved = false } = {},
): asserts found is EvidenceFacts {
  if (!found) throw notFound('evidence')
  const seen = seesAround(actor, found, orRemoved)
  authoriseKept(actor, permission, { noun: 'evidence', facts: found, seen, removed: found.removed, orRemoved })
}

function seesAround(actor: Actor, { claim, annotation }: EvidenceFacts, orDeleted: boolean): boolean {
  if (claim.deleted || !canSee(actor, claim)) return false
  return annotation === null || ((orDeleted || !annotation.deleted) && canSee(actor, annotation))
}

/** Refuses to change or remove evidence while its claim is judged: a verdict may rely on it, and nobody is to learn that. */
export function refuseReviewed({ state }: ClaimFacts): void {
  if (PINNED.includes(state)) {
    throw new Refusal(
      'conflict',
      'This claim is in review: its evidence stays as it is until the reveal. You can add to it.',
    )
  }
}
