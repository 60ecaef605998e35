import type { RelationKind } from '@/domain/claims/words'
import { canSee, type Actor, type Permission } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { authoriseKept } from '../authorise-kept'
import { db, empty, sql, type Tx } from '../db'
import { findClaims, type ClaimFacts } from './find-claim'

/** A relation with the claims at its ends: what the policy and its changes turn on. */
export type RelationFacts = {
  id: string
  workspaceId: string
  projectId: string
  kind: RelationKind
  fromId: string
  toId: string
  authorId: string
  held: boolean
  version: number
  removed: boolean
  /** A phase that is open on the document of a passage which it names, if there is one. */
  phaseId: string | null
  ends: ClaimFacts[]
}

/** The facts about a relation, or null. With `tx` its claims are locked first, as by all who change how these relate. */
export async function findRelation(relationId: string, tx?: Tx): Promise<RelationFacts | null> {
  const at = await (tx ?? db).claimRelation.findUnique({
    where: { id: relationId },
    select: { fromId: true, toId: true },
  })
  if (!at) return null
  const claims = await findClaims([at.fromId, at.toId], tx)
  const [row] = await (tx ?? db).$queryRaw<Omit<RelationFacts, 'ends'>[]>(sql`
    SELECT r.id, r."workspaceId", r."projectId", r.kind::text AS kind, r."fromId", r."toId", r."authorId", r.held, r.version,
      r."removedAt" IS NOT NULL AS removed, (
        SELECT p."sealId" FROM "PhaseDocument" p JOIN "Annotation" a ON a."documentId" = p."documentId"
        WHERE p.open AND a.id IN (r."fromAnnotationId", r."toAnnotationId") LIMIT 1) AS "phaseId"
    FROM "ClaimRelation" r WHERE r.id = ${relationId}::uuid ${tx ? sql`FOR NO KEY UPDATE OF r` : empty}`)
  return row ? { ...row, ends: [...claims.values()] } : null
}

/**
 * Like `authorise`, of a relation: it is there where it is not removed, and both of its claims are; a removed one for those
 * who may do this, with `orRemoved`.
 */
export function authoriseRelation(
  actor: Actor,
  permission: Permission,
  found: RelationFacts | null,
  { orRemoved = false } = {},
): asserts found is RelationFacts {
  if (!found) throw notFound('relation')
  const { ends, removed } = found
  const seen = ends.every((end) => !end.deleted && canSee(actor, end))
  authoriseKept(actor, permission, { noun: 'relation', facts: found, seen, removed, orRemoved })
}
