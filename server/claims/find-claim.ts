import type { ClaimState } from '@/domain/claims/states'
import { authorise } from '@/domain/permissions/authorise'
import { can, type Actor, type Permission } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { db, empty, sql, type Tx } from '../db'

/** What the policy and the changes of a claim turn on; of its occurrences and relations too. */
export type ClaimFacts = {
  id: string
  workspaceId: string
  projectId: string
  authorId: string
  state: ClaimState
  /** Of its newest wording. */
  number: number
  version: number
  sealId: string | null
  held: boolean
  deleted: boolean
}

/**
 * The facts about a claim, deleted ones too, or null. With `tx` its row is locked until the transaction ends: whoever
 * changes a claim, or where it occurs and how it relates, holds this lock first, so none of them overtakes another.
 */
export async function findClaim(claimId: string, tx?: Tx): Promise<ClaimFacts | null> {
  return (await findClaims([claimId], tx)).get(claimId) ?? null
}

/** The same of several, by id. They are locked in the order of their ids, so that no two writers wait for each other. */
export async function findClaims(claimIds: readonly string[], tx?: Tx): Promise<Map<string, ClaimFacts>> {
  const rows = await (tx ?? db).$queryRaw<ClaimFacts[]>`
    SELECT c.id, c."workspaceId", c."projectId", c."authorId", c.state::text AS state, c.number, c.version, c."sealId",
      c.held, c."deletedAt" IS NOT NULL AS deleted
    FROM "Claim" c WHERE c.id = ANY(${[...claimIds]}::uuid[])
    ORDER BY c.id ${tx ? sql`FOR NO KEY UPDATE` : empty}`
  return new Map(rows.map((row) => [row.id, row]))
}

/** Like `authorise`, of a claim: a deleted one is not found, except, with `orDeleted`, by those who may do this to it. */
export function authoriseClaim(
  actor: Actor,
  permission: Permission,
  found: ClaimFacts | null | undefined,
  { orDeleted = false } = {},
): asserts found is ClaimFacts {
  if (found?.deleted && !(orDeleted && can(actor, permission, found))) throw notFound('claim')
  authorise(actor, permission, found, 'claim')
}
