import { fileKindOf } from '@/domain/evidence/file-kinds'
import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { db, sql, type Tx } from '../db'
import { seenAttachment } from './seen'

/** A file as it is sent back; the hash is of its bytes. */
export type AttachedFile = { name: string; sha256: string; bytes: Uint8Array<ArrayBuffer> }

/** A file that is evidence, byte for byte: one's own, or of evidence that one can see. */
export async function getAttachment(actor: Actor, attachmentId: string): Promise<AttachedFile> {
  const [file] = await db.$queryRaw<AttachedFile[]>(sql`
    SELECT t.name, t.sha256, t.bytes FROM "Attachment" t
    WHERE t.id = ${attachmentId}::uuid AND ${seenAttachment(actor)}`)
  if (!file) throw notFound('file')
  return file
}

/**
 * A picture that is evidence, to be shown in place. What it is, its bytes say anew: nothing else is ever called an image,
 * and least of all what could carry a script. Refuses with `unsupported` what is none.
 */
export async function getPicture(actor: Actor, attachmentId: string): Promise<AttachedFile & { mediaType: string }> {
  const file = await getAttachment(actor, attachmentId)
  const { mediaType } = fileKindOf(file.bytes) ?? {}
  if (!mediaType?.startsWith('image/'))
    throw new Refusal('unsupported', 'This file is no picture. It can be downloaded.')
  return { ...file, mediaType }
}

/** Refuses a file that is not one of the project, or not the actor's to see. */
export async function requireAttachment(actor: Actor, tx: Tx, projectId: string, attachmentId: string): Promise<void> {
  const [file] = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT t.id FROM "Attachment" t
    WHERE t.id = ${attachmentId}::uuid AND t."projectId" = ${projectId}::uuid AND ${seenAttachment(actor)}`)
  if (!file) throw notFound('file')
}
