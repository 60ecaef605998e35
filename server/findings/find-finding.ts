import type { FindingState } from '@/domain/findings/finding'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor, Permission } from '@/domain/permissions/policy'
import { findClaim, type ClaimFacts } from '../claims/find-claim'
import { db, empty, sql, type Tx } from '../db'
import { judgedBy } from './counted'

/** What the policy and the changes of a finding turn on, for the one who asks. */
export type FindingFacts = {
  id: string
  workspaceId: string
  projectId: string
  claimId: string | null
  documentId: string | null
  state: FindingState
  /** Of its newest published version; 0 before the first. */
  number: number
  version: number
  authorId: string
  /** Of its document, if it is about one. */
  trashed: boolean
  /** Whether the one who asks has judged, in a revealed round, what it is about. */
  reviewer: boolean
  /** The claim that it is about; null of a document's. */
  claim: ClaimFacts | null
}

/**
 * The facts about a finding as they are for `actor`, or null. With `tx` its claim is locked and then the finding, until
 * the transaction ends: whoever changes a finding holds both, so that no review begins meanwhile.
 */
export async function findFinding(actor: Actor, findingId: string, tx?: Tx): Promise<FindingFacts | null> {
  const place = await (tx ?? db).finding.findUnique({ where: { id: findingId }, select: { claimId: true } })
  const claim = place?.claimId ? await findClaim(place.claimId, tx) : null
  const [row] = await (tx ?? db).$queryRaw<Omit<FindingFacts, 'claim'>[]>`
    SELECT f.id, f."workspaceId", f."projectId", f."claimId", f."documentId", f.state::text AS state, f.number, f.version,
      f."authorId", d."trashedAt" IS NOT NULL AS trashed, ${judgedBy(sql`${actor.id}::uuid`)} AS reviewer
    FROM "Finding" f LEFT JOIN "Document" d ON d.id = f."documentId"
    WHERE f.id = ${findingId}::uuid ${tx ? sql`FOR NO KEY UPDATE OF f` : empty}`
  return row ? { ...row, claim } : null
}

/** Like `authorise`, of a finding. */
export function authoriseFinding(
  actor: Actor,
  permission: Permission,
  found: FindingFacts | null,
): asserts found is FindingFacts {
  authorise(actor, permission, found, 'finding')
}
