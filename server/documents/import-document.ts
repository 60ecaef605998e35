import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { FORMATS } from '@/content/import/formats'
import type { Imported } from '@/domain/documents/document'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { record } from '../events'
import { findProject } from '../projects/find-project'
import { convert, stopped, type Converted } from './convert'
import { cleanFileName } from './file-name'
import { findSame, refuseKnown } from './find-same'
import { getDocument } from './list-documents'
import { detailsOf, type WebOrigin } from './web-origin'

export type Import = {
  id: string
  bytes: Uint8Array
  /** As the client names it: cleaned here, and only its ending means anything. */
  fileName: string
  /** What to call the document, where the file is not to say. */
  title?: string | null
  /** Of what was read from the web. */
  web?: WebOrigin
}

/**
 * Makes a document with its first version from a file. The conversion runs before the transaction, so permission is asked
 * before it and again within; a refusal leaves nothing behind, and so does a person who stops it (`signal`).
 */
export async function importDocument(
  actor: Actor,
  projectId: string,
  file: Import,
  signal?: AbortSignal,
): Promise<Imported> {
  authorise(actor, 'document:create', await findProject(projectId), 'project')
  const name = cleanFileName(file.fileName)
  const from = { bytes: file.bytes, fileName: name, ...(file.web && pageOf(file.web)) }
  const read = await convert(from, undefined, signal)
  return record(actor, async (tx) => {
    if (signal?.aborted) throw stopped()
    const project = await findProject(projectId, tx)
    authorise(actor, 'document:create', project, 'project')
    const { workspaceId } = project
    const original = originalOf(file, read)
    const details = detailsOf(read.meta, file.web)
    if (file.web?.again === false)
      await refuseKnown(tx, project, [file.web.askedFor, file.web.address, details.columns.address ?? ''])
    const notes = [...read.notes, ...details.notes]
    const same = await findSame(tx, project, { text: read.sha256, file: original.sha256 })
    if (same) notes.push(`The same ${same.what} is in this project already, as “${same.title}”.`)
    const title = file.title ?? read.title
    const by = { createdById: actor.id }
    await tx.document.create({ data: { id: file.id, workspaceId, projectId, title, ...details.columns, ...by } })
    const version = { ...versionOf(read), id: v7(), workspaceId, documentId: file.id, number: 1, ...by }
    await tx.documentVersion.create({ data: version })
    await tx.original.create({ data: { versionId: version.id, workspaceId, name, ...original } })
    return {
      answer: { document: await getDocument(actor, file.id, tx), notes },
      happened: { in: { kind: 'project', id: projectId }, kind: 'document.imported', subject: file.id, workspaceId },
    }
  })
}

function pageOf({ address, charset }: WebOrigin) {
  return { address, ...(charset !== null && { charset }) }
}

function versionOf({ json, text, sha256, format, encoding, pages }: Converted) {
  const content = { json: json as object, text, characters: text.length, sha256 }
  return { ...content, format, encoding, ...(pages.length > 0 && { pages }) }
}

function originalOf({ bytes, web }: Import, { format }: Converted) {
  return {
    bytes: new Uint8Array(bytes),
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mediaType: FORMATS.find(({ name }) => name === format)?.mediaType ?? 'application/octet-stream',
    ...(web && { askedFor: web.askedFor, address: web.address }),
  }
}
