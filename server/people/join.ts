import type { Actor } from '@/domain/permissions/policy'
import { RANK, type Role } from '@/domain/permissions/role'
import { Refusal } from '@/domain/refusal'
import { db, type Tx } from '../db'
import { record } from '../events'
import { allow } from '../limits'
import { peerAddress } from '../peer'
import { hashOf } from '../secret'
import { hashPassword } from './password'

export type NewAccount = { id: string; name: string; email: string; password: string }

/** What an invitation offers to whoever holds its link. */
export type Offer = { workspace: string; role: Role; invitedBy: string }

/** The same for a link that never was, was used or revoked, or is too old. */
const useless = () =>
  new Refusal('not-found', 'This invitation was used or revoked, or it has expired. Ask for a new one.')

/** What the link offers, for the page that it opens; null when it is of no use. */
export async function findOffer(token: string): Promise<Offer | null> {
  await allow('signInPerAddress', peerAddress())
  const [offer] = await db.$queryRaw<Offer[]>`
    SELECT w.name AS workspace, i.role, u.name AS "invitedBy"
    FROM "Invitation" i JOIN "Workspace" w ON w.id = i."workspaceId" JOIN "User" u ON u.id = i."createdById"
    WHERE i."tokenHash" = ${hashOf(token)} AND i."redeemedAt" IS NULL AND i."revokedAt" IS NULL AND i."expiresAt" > now()`
  return offer ?? null
}

/** Redeems an invitation with a new account. Refuses an address that has an account: its owner signs in first. */
export async function joinWithAccount(token: string, account: NewAccount): Promise<{ workspaceId: string }> {
  await allow('signInPerAddress', peerAddress())
  if (!(await findOffer(token))) throw useless()
  const passwordHash = await hashPassword(account.password)
  const { id, name, email } = account
  const actor: Actor = { id, name, sessionId: id, roles: new Map() }
  return record(actor, async (tx) => {
    const taken = await tx.user.findUnique({ where: { email }, select: { id: true } })
    if (taken)
      throw new Refusal(
        'conflict',
        'This e-mail address has an account. Sign in with it, then open the invitation again.',
      )
    await tx.user.create({ data: { id, name, email, passwordHash } })
    return joined(await redeem(tx, token, id), id)
  })
}

/** Redeems an invitation as the person who is signed in. A role that they hold already is never lowered. */
export async function acceptInvitation(actor: Actor, token: string): Promise<{ workspaceId: string }> {
  await allow('signInPerAddress', peerAddress())
  return record(actor, async (tx) => joined(await redeem(tx, token, actor.id), actor.id))
}

function joined(workspaceId: string, userId: string) {
  return {
    answer: { workspaceId },
    happened: {
      in: { kind: 'workspace', id: workspaceId },
      kind: 'member.joined',
      subject: userId,
      workspaceId,
    } as const,
  }
}

/** Uses the link up: one statement, so that of many who try at once one gets it. */
async function redeem(tx: Tx, token: string, userId: string): Promise<string> {
  const [used] = await tx.$queryRaw<{ workspaceId: string; role: Role }[]>`
    UPDATE "Invitation" SET "redeemedAt" = now(), "redeemedById" = ${userId}::uuid
    WHERE "tokenHash" = ${hashOf(token)} AND "redeemedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > now()
    RETURNING "workspaceId", role`
  if (!used) throw useless()
  const { workspaceId, role } = used
  const held = await tx.membership.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } })
  if (held && RANK[held.role] >= RANK[role])
    throw new Refusal(
      'conflict',
      'You belong to this workspace already; the invitation can still be used by someone else.',
    )
  await tx.membership.upsert({
    where: { workspaceId_userId: { workspaceId, userId } },
    create: { workspaceId, userId, role },
    update: { role },
  })
  return workspaceId
}
