import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { findDocument } from '../documents/find-document'

/** The finding about a document, by its id; null as long as nobody has begun one. */
export async function findDocumentFinding(actor: Actor, documentId: string): Promise<string | null> {
  authorise(actor, 'document:read', await findDocument(documentId), 'document')
  const finding = await db.finding.findFirst({ where: { documentId }, select: { id: true } })
  return finding?.id ?? null
}
