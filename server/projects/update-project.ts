import type { Input } from '@/domain/endpoints'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import type { Project } from '@/domain/projects/project'
import { Refusal } from '@/domain/refusal'
import { record } from '../events'
import { findProject } from './find-project'
import { presentProject } from './present'

/** Changes name and description, and by what rule findings are published; a stale change is refused with both. */
export async function updateProject(
  actor: Actor,
  projectId: string,
  { version, ...said }: Input<'PATCH /projects/{projectId}'>['body'],
): Promise<Project> {
  return record(actor, async (tx) => {
    const before = await findProject(projectId, tx)
    authorise(actor, 'project:update', before, 'project')
    const { name, description, signOffs = before.signOffs, adjudicates = before.adjudicates } = said
    const changed = { name, description, signOffs, adjudicates }
    const { count } = await tx.project.updateMany({
      where: { id: projectId, version },
      data: { ...changed, version: { increment: 1 } },
    })
    if (count === 0) {
      const theirs = await presentProject(before, tx)
      throw new Refusal('conflict', 'Someone else changed this project meanwhile.', { theirs, yours: said })
    }
    const answer = await presentProject({ ...before, ...changed, version: version + 1 }, tx)
    const { workspaceId } = before
    return {
      answer,
      happened: {
        in: { kind: 'workspace', id: workspaceId },
        kind: 'project.updated',
        subject: projectId,
        workspaceId,
      },
    }
  })
}
