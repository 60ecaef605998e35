import { v7 } from 'uuid'
import type { Input } from '@/domain/endpoints'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { DEFAULT_LABELS } from '@/domain/projects/palette'
import type { Project } from '@/domain/projects/project'
import { record } from '../events'
import { presentProject } from './present'

/** Makes a project with the default labels. */
export async function createProject(
  actor: Actor,
  workspaceId: string,
  { id, name, description }: Input<'POST /workspaces/{workspaceId}/projects'>['body'],
): Promise<Project> {
  authorise(actor, 'project:create', { workspaceId }, 'workspace')
  return record(actor, async (tx) => {
    const project = await tx.project.create({ data: { id, workspaceId, name, description, createdById: actor.id } })
    await tx.label.createMany({
      data: DEFAULT_LABELS.map((label, position) => ({ ...label, id: v7(), workspaceId, projectId: id, position })),
    })
    return {
      answer: await presentProject(project, tx),
      happened: { in: { kind: 'workspace', id: workspaceId }, kind: 'project.created', subject: id, workspaceId },
    }
  })
}
