import { z } from 'zod'
import type { DocumentVersion } from '@/domain/documents/document'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { db } from '../db'
import { findDocument } from './find-document'

const place = cursor(z.strictObject({ number: z.int32() }))

/** The versions of a document, newest first. */
export async function listVersions(
  actor: Actor,
  documentId: string,
  { cursor: at, limit }: { cursor?: string | undefined; limit: number },
) {
  authorise(actor, 'document:read', await findDocument(documentId), 'document')
  const before = place.read(at)
  const rows = await db.documentVersion.findMany({
    where: { documentId, ...(before && { number: { lt: before.number } }) },
    orderBy: { number: 'desc' },
    take: limit + 1,
    omit: { json: true, text: true, pages: true },
    include: { original: { select: { name: true, mediaType: true, size: true, askedFor: true, address: true } } },
  })
  const people = await db.user.findMany({
    where: { id: { in: rows.map(({ createdById }) => createdById) } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const present = (row: (typeof rows)[number]): DocumentVersion => {
    const { id, number, format, encoding, sha256, characters, createdById, createdAt, original } = row
    const createdBy = { id: createdById, name: names.get(createdById) ?? '' }
    return {
      id,
      documentId,
      number,
      format,
      encoding,
      sha256,
      characters,
      createdBy,
      createdAt: createdAt.toISOString(),
      original,
    }
  }
  return paged(rows, limit, present, ({ number }) => place.write({ number }))
}
