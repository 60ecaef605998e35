import { z } from 'zod'
import type { Input } from '@/domain/endpoints'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import type { Label } from '@/domain/projects/label'
import { Refusal } from '@/domain/refusal'
import { cursor, paged } from '../cursor'
import { db, type Tx } from '../db'
import { record } from '../events'
import { findProject } from './find-project'
import { presentLabel } from './present'

const place = cursor(z.strictObject({ position: z.int32(), id: z.uuid() }))

/** The labels of a project in their order, retired ones included: annotations may still have them. */
export async function listLabels(
  actor: Actor,
  projectId: string,
  { cursor: at, limit }: { cursor?: string | undefined; limit: number },
) {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  const after = place.read(at)
  const rows = await db.label.findMany({
    where: {
      projectId,
      ...(after && { OR: [{ position: { gt: after.position } }, { position: after.position, id: { gt: after.id } }] }),
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  })
  return paged(rows, limit, presentLabel, ({ position, id }) => place.write({ position, id }))
}

/** Adds a label at the end of the list. */
export async function createLabel(
  actor: Actor,
  projectId: string,
  draft: Input<'POST /projects/{projectId}/labels'>['body'],
): Promise<Label> {
  return record(actor, async (tx) => {
    const project = await findProject(projectId, tx)
    authorise(actor, 'label:manage', project, 'project')
    await refuseTaken(tx, projectId, draft.shortcut, draft.id)
    const last = await tx.label.findFirst({
      where: { projectId },
      orderBy: { position: 'desc' },
      select: { position: true },
    })
    const { workspaceId } = project
    const label = await tx.label.create({
      data: { ...draft, projectId, workspaceId, position: (last?.position ?? -1) + 1 },
    })
    return {
      answer: presentLabel(label),
      happened: { in: { kind: 'project', id: projectId }, kind: 'label.created', subject: draft.id, workspaceId },
    }
  })
}

/** Changes a label, retires it, or offers it again; a stale change is refused with both. */
export async function updateLabel(
  actor: Actor,
  labelId: string,
  body: Input<'PATCH /labels/{labelId}'>['body'],
): Promise<Label> {
  const { version, retired, ...fields } = body
  return record(actor, async (tx) => {
    const before = await tx.label.findUnique({ where: { id: labelId } })
    authorise(actor, 'label:manage', before, 'label')
    const { projectId, workspaceId } = before
    if (!retired) await refuseTaken(tx, projectId, fields.shortcut, labelId)
    const retiredAt = retired ? (before.retiredAt ?? new Date()) : null
    const { count } = await tx.label.updateMany({
      where: { id: labelId, version },
      data: { ...fields, retiredAt, version: { increment: 1 } },
    })
    if (count === 0)
      throw new Refusal('conflict', 'Someone else changed this label meanwhile.', {
        theirs: presentLabel(before),
        yours: body,
      })
    const kind = retired && before.retiredAt === null ? 'label.retired' : 'label.updated'
    return {
      answer: presentLabel({ ...before, ...fields, retiredAt, version: version + 1 }),
      happened: { in: { kind: 'project', id: projectId }, kind, subject: labelId, workspaceId },
    }
  })
}

/** A digit key applies one label. The index in the database sees to it too; this says which label has it. */
async function refuseTaken(tx: Tx, projectId: string, shortcut: number | null, labelId: string): Promise<void> {
  if (shortcut === null) return
  const holder = await tx.label.findFirst({
    where: { projectId, shortcut, retiredAt: null, id: { not: labelId } },
    select: { name: true },
  })
  if (holder)
    throw new Refusal(
      'conflict',
      `The key ${shortcut} belongs to the label “${holder.name}”. Choose another key, or none.`,
    )
}
