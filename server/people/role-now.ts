import type { Actor } from '@/domain/permissions/policy'
import type { Role } from '@/domain/permissions/role'
import type { Tx } from '../db'

/**
 * The actor with the role that they hold at this moment. Their membership is locked until the transaction ends, so that
 * a removal or a change of role comes wholly before or wholly after what they do here.
 */
export async function withRoleNow(tx: Tx, actor: Actor, workspaceId: string): Promise<Actor> {
  const [held] = await tx.$queryRaw<{ role: Role }[]>`
    SELECT role FROM "Membership" WHERE "workspaceId" = ${workspaceId}::uuid AND "userId" = ${actor.id}::uuid FOR SHARE`
  return holding(actor, workspaceId, held?.role)
}

/** The actor with this role in the workspace, or with none. */
export function holding(actor: Actor, workspaceId: string, role: Role | undefined): Actor {
  const others = [...actor.roles].filter(([id]) => id !== workspaceId)
  return { ...actor, roles: new Map(role ? [...others, [workspaceId, role]] : others) }
}
