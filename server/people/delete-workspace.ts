import type { EventKind } from '@/domain/event'
import type { Workspace } from '@/domain/people/workspace'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { sql, type Tx } from '../db'
import { record, type Happened } from '../events'
import { tell } from '../notifications/tellings'
import { goesAt } from './going'
import { holding, withRoleNow } from './role-now'
import { getWorkspace } from './workspaces'

/**
 * Deletes a workspace, by its name: from then on it is gone for all but its owners, who can read it and bring it back until the
 * sweep removes it for good (`server/sweep`). All owners are told.
 */
export async function deleteWorkspace(
  actor: Actor,
  workspaceId: string,
  { name }: { name: string },
): Promise<Workspace> {
  return record(actor, async (tx) => {
    const asNow = await withRoleNow(tx, actor, workspaceId)
    authorise(asNow, 'workspace:delete', { workspaceId }, 'workspace')
    const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } })
    if (name.trim() !== workspace.name) throw otherName(workspace.name)
    await tx.workspace.update({
      where: { id: workspaceId },
      data: { deletedAt: new Date(), deletedById: actor.id },
    })
    return {
      answer: await getWorkspace(holding(actor, workspaceId, 'viewer'), workspaceId, tx),
      happened: told(workspaceId, 'workspace.deleted', 'workspace-deleted'),
    }
  })
}

/** Brings a deleted workspace back, with everything that was in it. Of one that is there nothing changes. */
export async function restoreWorkspace(actor: Actor, workspaceId: string): Promise<Workspace> {
  return record(actor, async (tx) => {
    const seen = await withRoleNow(tx, actor, workspaceId)
    // Owners see a deleted workspace as viewers do; to bring it back, they are what they were.
    const owns = seen.roles.has(workspaceId) && (await isOwner(tx, workspaceId, actor.id))
    authorise(owns ? holding(seen, workspaceId, 'owner') : seen, 'workspace:restore', { workspaceId }, 'workspace')
    const { deletedAt } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } })
    if (deletedAt && new Date(goesAt(deletedAt)) <= new Date()) throw tooLate()
    const { count } = await tx.workspace.updateMany({
      where: { id: workspaceId, deletedAt: { not: null } },
      data: { deletedAt: null, deletedById: null },
    })
    const answer = await getWorkspace(holding(actor, workspaceId, 'owner'), workspaceId, tx)
    return { answer, happened: count > 0 ? told(workspaceId, 'workspace.restored', 'workspace-restored') : [] }
  })
}

async function isOwner(tx: Tx, workspaceId: string, userId: string): Promise<boolean> {
  const held = await tx.membership.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } })
  return held?.role === 'owner'
}

/** It may be half gone by now. */
function tooLate(): Refusal {
  return new Refusal('conflict', 'The time to bring this workspace back is over: it is being removed.')
}

function otherName(name: string): Refusal {
  const message = `This is not its name. Type “${name}” to delete it.`
  return new Refusal('invalid', `${message} Nothing was deleted.`, { fields: [{ field: 'name', message }] })
}

function told(workspaceId: string, kind: EventKind, notice: 'workspace-deleted' | 'workspace-restored'): Happened {
  const owners = sql`SELECT m."userId" FROM "Membership" m WHERE m."workspaceId" = ${workspaceId}::uuid AND m.role = 'owner'`
  return {
    ...{ in: { kind: 'workspace', id: workspaceId }, kind, subject: workspaceId, workspaceId },
    tells: tell(notice, 'workspace', sql`${workspaceId}::uuid`, owners),
  }
}
