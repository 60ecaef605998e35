import type { DocumentDetails } from '@/domain/documents/details'
import type { Document } from '@/domain/documents/document'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { record } from '../events'
import { findDocument } from './find-document'
import { getDocument } from './list-documents'

/** Renames a document, or says where it comes from; a stale change is refused with both. */
export async function updateDocument(
  actor: Actor,
  documentId: string,
  { version, title, details }: { version: number; title: string; details?: DocumentDetails },
): Promise<Document> {
  return record(actor, async (tx) => {
    const before = await findDocument(documentId, tx)
    authorise(actor, 'document:update', before, 'document')
    const { count } = await tx.document.updateMany({
      where: { id: documentId, version },
      data: { title, ...details, version: { increment: 1 } },
    })
    if (count === 0) {
      const theirs = { title: before.title, version: before.version, details: before.details }
      const said = `Someone else ${details ? 'changed the details of' : 'renamed'} this document meanwhile.`
      throw new Refusal('conflict', said, { theirs, yours: { title, ...(details && { details }) } })
    }
    const { projectId, workspaceId } = before
    const kind = details ? 'document.updated' : 'document.renamed'
    return {
      answer: await getDocument(actor, documentId, tx),
      happened: { in: { kind: 'project', id: projectId }, kind, subject: documentId, workspaceId },
    }
  })
}

/** Moves a document to the trash. Its annotations stay with it. */
export const trashDocument = (actor: Actor, documentId: string) => move(actor, documentId, true)

/** Takes a document out of the trash. */
export const restoreDocument = (actor: Actor, documentId: string) => move(actor, documentId, false)

async function move(actor: Actor, documentId: string, trashed: boolean): Promise<Document> {
  return record(actor, async (tx) => {
    const before = await findDocument(documentId, tx)
    authorise(actor, 'document:trash', before, 'document')
    const { count } = await tx.document.updateMany({
      where: { id: documentId, trashedAt: trashed ? null : { not: null } },
      data: { trashedAt: trashed ? new Date() : null },
    })
    if (count === 0)
      throw new Refusal(
        'conflict',
        trashed ? 'This document is in the trash already.' : 'This document is not in the trash.',
      )
    const { projectId, workspaceId } = before
    const kind = trashed ? 'document.trashed' : 'document.restored'
    return {
      answer: await getDocument(actor, documentId, tx),
      happened: { in: { kind: 'project', id: projectId }, kind, subject: documentId, workspaceId },
    }
  })
}
