import type { DocumentDetails } from '@/domain/documents/details'
import type { Subject } from '@/domain/permissions/policy'
import { db, type Tx } from '../db'

export type DocumentFacts = Subject & {
  id: string
  projectId: string
  title: string
  details: DocumentDetails
  version: number
  trashed: boolean
}

/** A document with what the policy asks about it, or null. */
export async function findDocument(documentId: string, tx: Tx = db): Promise<DocumentFacts | null> {
  const row = await tx.document.findUnique({
    where: { id: documentId },
    select: {
      ...{ id: true, workspaceId: true, projectId: true, title: true, version: true, trashedAt: true },
      ...{ author: true, source: true, address: true, publishedOn: true, language: true },
    },
  })
  if (!row) return null
  const { id, workspaceId, projectId, title, version, trashedAt, ...details } = row
  return { id, workspaceId, projectId, title, version, details, trashed: trashedAt !== null }
}
