import type { Actor } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { db, sql, type Tx } from '../db'
import { seenAttachment } from './seen'

/** A file as it is sent back. */
export type AttachedFile = { name: string; bytes: Uint8Array<ArrayBuffer> }

/** A file that is evidence, byte for byte: one's own, or of evidence that one can see. */
export async function getAttachment(actor: Actor, attachmentId: string): Promise<AttachedFile> {
  const [file] = await db.$queryRaw<AttachedFile[]>(sql`
    SELECT t.name, t.bytes FROM "Attachment" t WHERE t.id = ${attachmentId}::uuid AND ${seenAttachment(actor)}`)
  if (!file) throw notFound('file')
  return file
}

/** Refuses a file that is not one of the project, or not the actor's to see. */
export async function requireAttachment(actor: Actor, tx: Tx, projectId: string, attachmentId: string): Promise<void> {
  const [file] = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT t.id FROM "Attachment" t
    WHERE t.id = ${attachmentId}::uuid AND t."projectId" = ${projectId}::uuid AND ${seenAttachment(actor)}`)
  if (!file) throw notFound('file')
}
