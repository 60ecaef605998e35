import type { Retention } from '@/domain/people/workspace'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { db } from '../db'
import { record } from '../events'

const SELECT = { trashDays: true, auditDays: true } as const

/** How long a workspace keeps what is in its trash, and its audit log. */
export async function getRetention(actor: Actor, workspaceId: string): Promise<Retention> {
  authorise(actor, 'workspace:read', { workspaceId }, 'workspace')
  const kept = await db.workspace.findUnique({ where: { id: workspaceId }, select: SELECT })
  if (!kept) throw notFound('workspace')
  return kept
}

/** Changes it; the next sweep removes what is older. */
export async function setRetention(
  actor: Actor,
  workspaceId: string,
  { trashDays, auditDays }: Retention,
): Promise<Retention> {
  authorise(actor, 'retention:update', { workspaceId }, 'workspace')
  return record(actor, async (tx) => {
    const answer = await tx.workspace.update({
      where: { id: workspaceId },
      data: { trashDays, auditDays },
      select: SELECT,
    })
    const stream = { kind: 'workspace', id: workspaceId } as const
    return { answer, happened: { in: stream, kind: 'workspace.retention-changed', subject: workspaceId, workspaceId } }
  })
}
