import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { RENDERER, renderPart } from '@/content/html'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { db } from '../db'
import { encode, type Encoding } from '../encode'
import { findDocument } from './find-document'
import { findVersion, type FrozenVersion } from './find-version'

/** A version that the actor may read; access is asked anew each time, whatever is cached. */
export async function getVersion(actor: Actor, versionId: string): Promise<FrozenVersion> {
  const version = await findVersion(versionId)
  authorise(actor, 'document:read', version && (await findDocument(version.documentId)), 'document')
  if (!version) throw notFound('document')
  return version
}

/** Parts as they are sent: rendered and compressed once, and kept while there is room. */
const MOST_BYTES = 64 * 1024 * 1024
const sent = new LRUCache<string, Uint8Array<ArrayBuffer>>({
  maxSize: MOST_BYTES,
  sizeCalculation: ({ byteLength }) => byteLength + 1,
})

/** The strong ETag of a part: of what it is made from, so that telling "unchanged" renders nothing. */
export function partTag(version: FrozenVersion, number: number, encoding: Encoding): string {
  return `"${createHash('sha256').update(`${version.id} ${version.sha256} ${RENDERER} ${number} ${encoding}`).digest('base64url').slice(0, 27)}"`
}

/** One part's HTML, compressed. Refuses a part that the version does not have. */
export async function partBytes(
  version: FrozenVersion,
  number: number,
  encoding: Encoding,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = partTag(version, number, encoding)
  const bytes = sent.get(key) ?? (await encode(partHtml(version, number), encoding))
  sent.set(key, bytes)
  return bytes
}

const pages = new LRUCache<string, string>({ max: 200 })

/** One part's HTML. First parts stand in pages, and are kept as text for them. */
export function partHtml(version: FrozenVersion, number: number): string {
  const part = version.parts[number]
  if (!part) throw notFound('part')
  const known = number === 0 ? pages.get(version.id) : undefined
  if (known !== undefined) return known
  const html = renderPart(version.json, version.flat, part, version.pages)
  if (number === 0) pages.set(version.id, html)
  return html
}

export type OriginalFile = { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }

/** What a version was made from, byte for byte. */
export async function getOriginal(actor: Actor, versionId: string): Promise<OriginalFile> {
  const version = await db.documentVersion.findUnique({ where: { id: versionId }, select: { documentId: true } })
  authorise(actor, 'document:read', version && (await findDocument(version.documentId)), 'document')
  const original = await db.original.findUnique({ where: { versionId } })
  if (!original) throw notFound('original file')
  return { name: original.name, mediaType: original.mediaType, bytes: original.bytes as Uint8Array<ArrayBuffer> }
}
