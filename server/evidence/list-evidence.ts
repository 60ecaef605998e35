import { z } from 'zod'
import { Id, Moment } from '@/domain/endpoint'
import type { Evidence } from '@/domain/evidence/evidence'
import type { Actor } from '@/domain/permissions/policy'
import { authoriseClaim, findClaim } from '../claims/find-claim'
import { cursor, paged } from '../cursor'
import { empty, sql } from '../db'
import { authoriseEvidence, findEvidence } from './find-evidence'
import { presentEvidence, readEvidence, readRows } from './present'

const position = cursor(z.tuple([Moment, Id]))

/** The evidence for and against a claim, in the order in which it was added. */
export async function listEvidence(
  actor: Actor,
  claimId: string,
  { cursor: text, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: Evidence[]; next: string | null }> {
  authoriseClaim(actor, 'claim:read', await findClaim(claimId))
  const last = position.read(text)
  const after = last ? sql`AND (e."createdAt", e.id) > (${new Date(last[0])}, ${last[1]}::uuid)` : empty
  const rows = await readRows(actor, { where: sql`e."claimId" = ${claimId}::uuid ${after}`, limit: limit + 1 })
  return paged(rows, limit, presentEvidence, (row) => position.write([row.createdAt.toISOString(), row.id]))
}

/** One piece of evidence. */
export async function getEvidence(actor: Actor, evidenceId: string): Promise<Evidence> {
  authoriseEvidence(actor, 'claim:read', await findEvidence(evidenceId))
  return readEvidence(actor, evidenceId)
}
