import type { Actor } from '@/domain/permissions/policy'
import type { Role } from '@/domain/permissions/role'
import type { Tx } from '../db'
import { ROLE_NOW, STILL_THERE } from './going'

/**
 * The actor with the role that they hold at this moment, of a workspace in which they asked with one: whoever asks with a
 * token has none elsewhere, whatever its person is there. Their membership is locked until the transaction ends, so that
 * a removal or a change of role comes wholly before or wholly after what they do here.
 */
export async function withRoleNow(tx: Tx, actor: Actor, workspaceId: string): Promise<Actor> {
  const [held] = await tx.$queryRaw<{ role: Role }[]>`
    SELECT ${ROLE_NOW} AS role FROM "Membership" m JOIN "Workspace" w ON w.id = m."workspaceId"
    WHERE m."workspaceId" = ${workspaceId}::uuid AND m."userId" = ${actor.id}::uuid AND ${STILL_THERE} FOR SHARE`
  return holding(actor, workspaceId, actor.roles.has(workspaceId) ? held?.role : undefined)
}

/** The actor with this role in the workspace, or with none. */
export function holding(actor: Actor, workspaceId: string, role: Role | undefined): Actor {
  const others = [...actor.roles].filter(([id]) => id !== workspaceId)
  return { ...actor, roles: new Map(role ? [...others, [workspaceId, role]] : others) }
}
