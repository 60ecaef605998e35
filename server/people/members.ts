import { z } from 'zod'
import { authorise } from '@/domain/permissions/authorise'
import { can, type Actor } from '@/domain/permissions/policy'
import { RANK, ROLES, type Role } from '@/domain/permissions/role'
import type { Member } from '@/domain/people/workspace'
import { notFound, Refusal } from '@/domain/refusal'
import { cursor, paged } from '../cursor'
import { db, empty, sql, type Tx } from '../db'
import { record, type Happened } from '../events'
import { ROLE_NOW, STILL_THERE } from './going'
import { revokeTokensOf } from '../tokens/revoke-token'
import { holding } from './role-now'

type Row = { id: string; name: string; email: string; role: Role; createdAt: Date; key: string }

const place = cursor(z.strictObject({ name: z.string(), id: z.uuid() }))

/** Who belongs to a workspace, by name. */
export async function listMembers(
  actor: Actor,
  workspaceId: string,
  { cursor: at, limit }: { cursor?: string | undefined; limit: number },
) {
  authorise(actor, 'workspace:read', { workspaceId }, 'workspace')
  const after = place.read(at)
  const rows = await db.$queryRaw<Row[]>`
    SELECT u.id, u.name, u.email, m.role, m."createdAt", lower(u.name) AS key
    FROM "Membership" m JOIN "User" u ON u.id = m."userId"
    WHERE m."workspaceId" = ${workspaceId}::uuid
      ${after ? sql`AND (lower(u.name), u.id) > (${after.name}, ${after.id}::uuid)` : empty}
    ORDER BY lower(u.name), u.id LIMIT ${limit + 1}`
  return paged(rows, limit, present, ({ key, id }) => place.write({ name: key, id }))
}

function present({ id, name, email, role, createdAt }: Omit<Row, 'key'>): Member {
  return { person: { id, name }, email, role, joinedAt: createdAt.toISOString() }
}

/**
 * Changes a member's role. Nobody gives or changes a role above their own, and the last owner stays one. Open invitations
 * that the member made and could make no longer are revoked with it.
 */
export async function changeRole(actor: Actor, workspaceId: string, userId: string, role: Role): Promise<Member> {
  return record(actor, async (tx) => {
    const { held, asNow, owners } = await lockRoles(tx, actor, workspaceId, userId)
    const higher = RANK[held] > RANK[role] ? held : role
    authorise(asNow, 'member:update', { workspaceId, authorId: userId, role: higher }, 'member')
    if (held === 'owner' && role !== 'owner') refuseLastOwner(owners)
    const { user, createdAt } = await tx.membership.update({
      where: { workspaceId_userId: { workspaceId, userId } },
      data: { role },
      include: { user: true },
    })
    return {
      answer: present({ id: userId, name: user.name, email: user.email, role, createdAt }),
      happened: [
        happenedTo(workspaceId, 'member.changed', userId),
        ...(await revokeInvitationsOf(tx, workspaceId, userId, role)),
      ],
    }
  })
}

/**
 * Removes a member, or lets one leave. What they wrote stays; the open invitations that they made and their tokens are
 * revoked, so that nobody keeps a way back in. The last owner can't go.
 */
export async function removeMember(actor: Actor, workspaceId: string, userId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const { held, asNow, owners } = await lockRoles(tx, actor, workspaceId, userId)
    authorise(asNow, 'member:remove', { workspaceId, authorId: userId, role: held }, 'member')
    if (held === 'owner') refuseLastOwner(owners)
    await tx.membership.delete({ where: { workspaceId_userId: { workspaceId, userId } } })
    return {
      answer: { done: true as const },
      happened: [
        happenedTo(workspaceId, 'member.removed', userId),
        ...(await revokeInvitationsOf(tx, workspaceId, userId, null)),
        ...(await revokeTokensOf(tx, workspaceId, userId)),
      ],
    }
  })
}

/**
 * The role that a member holds, the actor as they stand at this moment, and how many owners there are. All memberships of
 * the workspace are locked first, in one order, so that two owners who leave, or two admins who remove each other, come
 * one after the other.
 */
async function lockRoles(tx: Tx, actor: Actor, workspaceId: string, userId: string) {
  const rows = await tx.$queryRaw<{ userId: string; role: Role }[]>`
    SELECT m."userId", ${ROLE_NOW} AS role FROM "Membership" m JOIN "Workspace" w ON w.id = m."workspaceId"
    WHERE m."workspaceId" = ${workspaceId}::uuid AND ${STILL_THERE} ORDER BY m."userId" FOR UPDATE OF m`
  const roleOf = (id: string) => rows.find((row) => row.userId === id)?.role
  const asNow = holding(actor, workspaceId, actor.roles.has(workspaceId) ? roleOf(actor.id) : undefined)
  authorise(asNow, 'workspace:read', { workspaceId }, 'workspace')
  const held = roleOf(userId)
  if (!held) throw notFound('member')
  return { held, asNow, owners: rows.filter(({ role }) => role === 'owner').length }
}

function refuseLastOwner(owners: number): void {
  if (owners <= 1) throw new Refusal('conflict', 'This is the last owner. Make someone else an owner first.')
}

/** Revokes the open invitations that someone made and that are above what `role` (null: no member) may give. */
async function revokeInvitationsOf(tx: Tx, workspaceId: string, userId: string, role: Role | null) {
  const actor = holding({ id: userId, name: '', sessionId: '', roles: new Map() }, workspaceId, role ?? undefined)
  const beyond = ROLES.filter((each) => !can(actor, 'invitation:create', { workspaceId, role: each }))
  const revoked = await tx.invitation.updateManyAndReturn({
    where: {
      ...{ workspaceId, createdById: userId, role: { in: beyond } },
      ...{ redeemedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    },
    data: { revokedAt: new Date() },
    select: { id: true },
  })
  return revoked.map(({ id }) => happenedTo(workspaceId, 'invitation.revoked', id))
}

function happenedTo(workspaceId: string, kind: Happened['kind'], subject: string): Happened {
  return { in: { kind: 'workspace', id: workspaceId }, kind, subject, workspaceId }
}
