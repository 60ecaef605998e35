import type { Label } from '@/domain/projects/label'
import type { Project } from '@/domain/projects/project'
import type { Label as LabelRow } from '@/prisma/client/client'
import { db, type Tx } from '../db'
import type { ProjectFacts } from './find-project'

/** A project as people see it, with the number of documents outside the trash. */
export async function presentProject(project: ProjectFacts, tx: Tx = db): Promise<Project> {
  const { id, workspaceId, name, description, signOffs, adjudicates, version, createdAt } = project
  const documents = await tx.document.count({ where: { projectId: id, trashedAt: null } })
  const rule = { signOffs, adjudicates }
  return { id, workspaceId, name, description, ...rule, version, createdAt: createdAt.toISOString(), documents }
}

export function presentLabel(label: LabelRow): Label {
  const { id, projectId, name, description, color, shortcut, position, version, retiredAt } = label
  return { id, projectId, name, description, color, shortcut, position, version, retired: retiredAt !== null }
}
