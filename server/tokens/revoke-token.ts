import type { Actor } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import type { Tx } from '../db'
import { record, type Happened } from '../events'

/** Revokes one of the actor's tokens; it is refused from its next request on. */
export async function revokeToken(actor: Actor, tokenId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const [revoked] = await tx.apiToken.updateManyAndReturn({
      where: { id: tokenId, userId: actor.id, revokedAt: null },
      data: { revokedAt: new Date() },
      select: { workspaceId: true },
    })
    if (!revoked) throw notFound('token')
    return { answer: { done: true as const }, happened: revokedOf(actor.id, tokenId, revoked.workspaceId) }
  })
}

/** Revokes all that someone has in a workspace which they leave, so that none is good again if they come back. */
export async function revokeTokensOf(tx: Tx, workspaceId: string, userId: string): Promise<Happened[]> {
  const revoked = await tx.apiToken.updateManyAndReturn({
    where: { workspaceId, userId, revokedAt: null },
    data: { revokedAt: new Date() },
    select: { id: true },
  })
  return revoked.map(({ id }) => revokedOf(userId, id, workspaceId))
}

/** It stands in the stream of the person whose token it was, and in the audit of the workspace that it was for. */
const revokedOf = (userId: string, subject: string, workspaceId: string): Happened => ({
  in: { kind: 'person', id: userId },
  kind: 'token.revoked',
  subject,
  workspaceId,
})
