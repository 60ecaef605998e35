import type { Subject } from '@/domain/permissions/policy'
import { db, type Tx } from '../db'

export type ProjectFacts = Subject & {
  id: string
  name: string
  description: string
  signOffs: number
  adjudicates: boolean
  version: number
  createdAt: Date
}

/** A project with what the policy asks about it, or null. */
export async function findProject(projectId: string, tx: Tx = db): Promise<ProjectFacts | null> {
  return tx.project.findUnique({
    where: { id: projectId },
    select: {
      ...{ id: true, workspaceId: true, name: true, description: true, signOffs: true, adjudicates: true },
      ...{ version: true, createdAt: true },
    },
  })
}
