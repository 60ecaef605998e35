import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { roleNow } from './going'

/** Someone with the roles that they hold now, for what is done on their behalf while they are away; null if there is none. */
export async function findActor(userId: string): Promise<(Actor & { email: string; verified: boolean }) | null> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: {
      id: true,
      name: true,
      email: true,
      verifiedAt: true,
      memberships: { select: { workspaceId: true, role: true, workspace: { select: { deletedAt: true } } } },
    },
  })
  if (!user) return null
  const { memberships, verifiedAt, ...person } = user
  return {
    ...person,
    verified: verifiedAt !== null,
    sessionId: user.id,
    roles: new Map(
      memberships.flatMap(({ workspaceId, role, workspace }) => roleNow(workspaceId, role, workspace.deletedAt)),
    ),
  }
}
