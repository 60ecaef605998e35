import type { Actor } from '@/domain/permissions/policy'
import type { Role } from '@/domain/permissions/role'
import { Refusal } from '@/domain/refusal'
import { config } from '../config'
import { db, type Tx } from '../db'
import { record } from '../events'
import { allow, giveBack } from '../limits'
import { peerAddress } from '../peer'
import { hashOf } from '../secret'
import { askLink } from './mailed-links'
import { inOwnStream } from './own-stream'
import { hashNewPassword } from './password'

export type NewAccount = { id: string; name: string; email: string; password: string }

/** What an invitation offers to whoever holds its link. */
export type Offer = { workspaceId: string; workspace: string; role: Role; invitedBy: string }

/** The same for a link that never was, was used or revoked, or is too old. */
const useless = () =>
  new Refusal('not-found', 'This invitation was used or revoked, or it has expired. Ask for a new one.')

/** What the link offers, for the page that it opens; null when it is of no use. Refuses who tries too many such. */
export async function findOffer(token: string): Promise<Offer | null> {
  await allow('linksPerAddress', peerAddress())
  const offer = await readOffer(token)
  if (offer) await giveBack('linksPerAddress', peerAddress())
  return offer
}

async function readOffer(token: string): Promise<Offer | null> {
  const [offer] = await db.$queryRaw<Offer[]>`
    SELECT w.id AS "workspaceId", w.name AS workspace, i.role, u.name AS "invitedBy"
    FROM "Invitation" i JOIN "Workspace" w ON w.id = i."workspaceId" JOIN "User" u ON u.id = i."createdById"
    WHERE i."tokenHash" = ${hashOf(token)} AND i."redeemedAt" IS NULL AND i."revokedAt" IS NULL AND i."expiresAt" > now() AND w."deletedAt" IS NULL`
  return offer ?? null
}

/**
 * Redeems an invitation with a new account. Refuses an address that has an account: its owner signs in first. Nobody is
 * signed in yet, so a retry is known by the id of the account that the link made.
 */
export async function joinWithAccount(token: string, account: NewAccount): Promise<{ workspaceId: string }> {
  const { id, name, email, password } = account
  if (!(await findOffer(token))) return findJoined(token, id)
  const passwordHash = await hashNewPassword(password)
  const actor: Actor = { id, name, sessionId: id, roles: new Map() }
  return record(actor, async (tx) => {
    await createUser(tx, { id, name, email, passwordHash })
    const { workspaceId, mailedTo } = await redeem(tx, token, id)
    await welcome(tx, { id, email, verified: mailedTo === email })
    return joined(workspaceId, id)
  })
}

type ByIssuer = Omit<NewAccount, 'password'> & {
  verified: boolean
  account: { id: string; issuer: string; subject: string; name: string }
}

/** Redeems an invitation with a new account that has no password, for whom an issuer vouches. */
export async function joinByIssuer(
  token: string,
  { id, name, email, verified, account }: ByIssuer,
): Promise<{ id: string; workspaceId: string }> {
  const actor: Actor = { id, name, sessionId: id, roles: new Map() }
  const { workspaceId } = await record(actor, async (tx) => {
    await createUser(tx, { id, name, email, passwordHash: null })
    await tx.linkedAccount.create({ data: { ...account, userId: id } })
    const { workspaceId, mailedTo } = await redeem(tx, token, id)
    await welcome(tx, { id, email, verified: verified || mailedTo === email })
    const { answer, happened } = joined(workspaceId, id)
    return { answer, happened: [happened, inOwnStream(actor, 'account.linked', account.id)] }
  })
  return { id, workspaceId }
}

async function createUser(tx: Tx, data: { id: string; name: string; email: string; passwordHash: string | null }) {
  const { count } = await tx.user.createMany({ data, skipDuplicates: true })
  if (count === 0)
    throw new Refusal(
      'conflict',
      'This e-mail address has an account. Sign in with it, then open the invitation again.',
    )
}

/**
 * Counts the address of a new account as theirs, where an issuer says so or the invitation was mailed to that very
 * address; else mails a link that shows it, if mail is sent at all.
 */
export async function welcome(tx: Tx, { id, email, verified }: { id: string; email: string; verified: boolean }) {
  if (verified) await tx.user.update({ where: { id }, data: { verifiedAt: new Date() } })
  else if (config.mail) await askLink(tx, { kind: 'verification', userId: id, email })
}

async function findJoined(token: string, userId: string): Promise<{ workspaceId: string }> {
  const used = await db.invitation.findFirst({ where: { tokenHash: hashOf(token), redeemedById: userId } })
  if (!used) throw useless()
  return { workspaceId: used.workspaceId }
}

/** Redeems an invitation as the person who is signed in. A role that they hold already is never lowered. */
export async function acceptInvitation(actor: Actor, token: string): Promise<{ workspaceId: string }> {
  if (!(await findOffer(token))) throw useless()
  return record(actor, async (tx) => joined((await redeem(tx, token, actor.id)).workspaceId, actor.id))
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

/**
 * Uses the link up: one statement, so that of many who try at once one gets it. Whoever holds that role or a higher one
 * leaves the link as it was.
 */
async function redeem(tx: Tx, token: string, userId: string): Promise<{ workspaceId: string; mailedTo: string }> {
  const [used] = await tx.$queryRaw<{ workspaceId: string; role: Role; email: string }[]>`
    UPDATE "Invitation" SET "redeemedAt" = now(), "redeemedById" = ${userId}::uuid
    WHERE "tokenHash" = ${hashOf(token)} AND "redeemedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > now()
      AND EXISTS (SELECT FROM "Workspace" w WHERE w.id = "Invitation"."workspaceId" AND w."deletedAt" IS NULL)
    RETURNING "workspaceId", role, email`
  if (!used) throw useless()
  const raised = await tx.$executeRaw`
    INSERT INTO "Membership" AS m ("workspaceId", "userId", role)
    VALUES (${used.workspaceId}::uuid, ${userId}::uuid, ${used.role}::"Role")
    ON CONFLICT ("workspaceId", "userId") DO UPDATE SET role = EXCLUDED.role WHERE m.role < EXCLUDED.role`
  if (raised === 0)
    throw new Refusal(
      'conflict',
      'You belong to this workspace already; the invitation can still be used by someone else.',
    )
  return { workspaceId: used.workspaceId, mailedTo: used.email }
}
