import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { FORMATS } from '@/content/import/formats'
import type { Imported } from '@/domain/documents/document'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { record } from '../events'
import { findProject } from '../projects/find-project'
import { convert } from './convert'
import { cleanFileName } from './file-name'
import { getDocument } from './list-documents'

export type Import = {
  id: string
  bytes: Uint8Array
  /** As the client names it: cleaned here, and only its ending means anything. */
  fileName: string
  /** What to call the document, where the file is not to say. */
  title?: string | null
}

/**
 * Makes a document with its first version from a file. The conversion runs before the transaction, so permission is asked
 * before it and again within; a refusal leaves nothing behind.
 */
export async function importDocument(actor: Actor, projectId: string, file: Import): Promise<Imported> {
  authorise(actor, 'document:create', await findProject(projectId), 'project')
  const name = cleanFileName(file.fileName)
  const read = await convert({ bytes: file.bytes, fileName: name })
  const { json, text, sha256, format, encoding, pages, notes, title } = read
  return record(actor, async (tx) => {
    const project = await findProject(projectId, tx)
    authorise(actor, 'document:create', project, 'project')
    const { workspaceId } = project
    const by = { createdById: actor.id }
    const versionId = v7()
    const same = await tx.documentVersion.findFirst({
      where: { sha256, workspaceId, document: { projectId, trashedAt: null } },
      select: { document: { select: { title: true } } },
    })
    await tx.document.create({ data: { id: file.id, workspaceId, projectId, title: file.title ?? title, ...by } })
    const version = {
      id: versionId,
      workspaceId,
      documentId: file.id,
      number: 1,
      text,
      characters: text.length,
      sha256,
      format,
      encoding,
      ...(pages.length > 0 && { pages }),
      ...by,
    }
    await tx.documentVersion.create({ data: { ...version, json: json as object } })
    await tx.original.create({ data: { versionId, workspaceId, name, ...original(file.bytes, format) } })
    return {
      answer: {
        document: await getDocument(actor, file.id, tx),
        notes: same ? [...notes, `The same text is in this project already, as “${same.document.title}”.`] : notes,
      },
      happened: { in: { kind: 'project', id: projectId }, kind: 'document.imported', subject: file.id, workspaceId },
    }
  })
}

function original(bytes: Uint8Array, format: string) {
  return {
    bytes: new Uint8Array(bytes),
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mediaType: FORMATS.find(({ name }) => name === format)?.mediaType ?? 'application/octet-stream',
  }
}
