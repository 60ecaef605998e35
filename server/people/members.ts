import { z } from 'zod'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { RANK, type Role } from '@/domain/permissions/role'
import type { Member } from '@/domain/people/workspace'
import { notFound, Refusal } from '@/domain/refusal'
import { cursor, paged } from '../cursor'
import { db, empty, sql, type Tx } from '../db'
import { record } from '../events'

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

/** Changes a member's role. Nobody gives or changes a role above their own, and the last owner stays one. */
export async function changeRole(actor: Actor, workspaceId: string, userId: string, role: Role): Promise<Member> {
  return record(actor, async (tx) => {
    const held = await lockRole(tx, actor, workspaceId, userId)
    const higher = RANK[held] > RANK[role] ? held : role
    authorise(actor, 'member:update', { workspaceId, authorId: userId, role: higher }, 'member')
    if (held === 'owner' && role !== 'owner') await refuseLastOwner(tx, workspaceId)
    const { user, createdAt } = await tx.membership.update({
      where: { workspaceId_userId: { workspaceId, userId } },
      data: { role },
      include: { user: true },
    })
    return {
      answer: present({ id: userId, name: user.name, email: user.email, role, createdAt }),
      happened: { in: { kind: 'workspace', id: workspaceId }, kind: 'member.changed', subject: userId, workspaceId },
    }
  })
}

/** Removes a member, or lets one leave. What they wrote stays. The last owner can't go. */
export async function removeMember(actor: Actor, workspaceId: string, userId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const held = await lockRole(tx, actor, workspaceId, userId)
    authorise(actor, 'member:remove', { workspaceId, authorId: userId, role: held }, 'member')
    if (held === 'owner') await refuseLastOwner(tx, workspaceId)
    await tx.membership.delete({ where: { workspaceId_userId: { workspaceId, userId } } })
    return {
      answer: { done: true as const },
      happened: { in: { kind: 'workspace', id: workspaceId }, kind: 'member.removed', subject: userId, workspaceId },
    }
  })
}

/**
 * The role that a member holds. All memberships of the workspace are locked first, in one order, so that two owners who
 * leave at the same moment are counted one after the other.
 */
async function lockRole(tx: Tx, actor: Actor, workspaceId: string, userId: string): Promise<Role> {
  authorise(actor, 'workspace:read', { workspaceId }, 'workspace')
  const rows = await tx.$queryRaw<{ userId: string; role: Role }[]>`
    SELECT "userId", role FROM "Membership" WHERE "workspaceId" = ${workspaceId}::uuid ORDER BY "userId" FOR UPDATE`
  const held = rows.find((row) => row.userId === userId)
  if (!held) throw notFound('member')
  return held.role
}

async function refuseLastOwner(tx: Tx, workspaceId: string): Promise<void> {
  const owners = await tx.membership.count({ where: { workspaceId, role: 'owner' } })
  if (owners <= 1) throw new Refusal('conflict', 'This is the last owner. Make someone else an owner first.')
}
