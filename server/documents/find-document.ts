import type { Subject } from '@/domain/permissions/policy'
import { db, type Tx } from '../db'

export type DocumentFacts = Subject & {
  id: string
  projectId: string
  title: string
  version: number
  trashed: boolean
}

/** A document with what the policy asks about it, or null. */
export async function findDocument(documentId: string, tx: Tx = db): Promise<DocumentFacts | null> {
  const row = await tx.document.findUnique({
    where: { id: documentId },
    select: { id: true, workspaceId: true, projectId: true, title: true, version: true, trashedAt: true },
  })
  return (
    row && {
      id: row.id,
      workspaceId: row.workspaceId,
      projectId: row.projectId,
      title: row.title,
      version: row.version,
      trashed: row.trashedAt !== null,
    }
  )
}
