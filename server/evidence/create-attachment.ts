import { createHash } from 'node:crypto'
import { FILE_KINDS, fileKindOf, withEnding } from '@/domain/evidence/file-kinds'
import type { Attachment } from '@/domain/evidence/source'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { cleanFileName } from '../documents/file-name'
import { record } from '../events'
import { findProject } from '../projects/find-project'
import { happenedIn } from '../seals/happened-in'

export type Upload = {
  id: string
  bytes: Uint8Array
  /** As the client names it: cleaned here, and it says nothing of what the file is. */
  fileName: string
}

/**
 * Keeps a file that is to be evidence, byte for byte. Until it is, it is its sender's alone, so nobody else is told. Refuses
 * with `unsupported` what is neither an image nor a PDF.
 */
export async function createAttachment(actor: Actor, projectId: string, file: Upload): Promise<Attachment> {
  const kind = fileKindOf(file.bytes)
  return record(actor, async (tx) => {
    const project = await findProject(projectId, tx)
    authorise(actor, 'evidence:add', project, 'project')
    if (!kind) throw unsupported()
    const { workspaceId } = project
    const made = {
      id: file.id,
      projectId,
      name: withEnding(cleanFileName(file.fileName), kind),
      mediaType: kind.mediaType,
      size: file.bytes.byteLength,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    }
    const by = { workspaceId, authorId: actor.id }
    await tx.attachment.create({ data: { ...made, ...by, bytes: new Uint8Array(file.bytes) } })
    const alone = { ...by, private: true }
    return {
      answer: made,
      happened: happenedIn({ kind: 'project', id: projectId }, alone, 'attachment.added', made.id),
    }
  })
}

function unsupported(): Refusal {
  const names = new Intl.ListFormat('en', { type: 'disjunction' }).format(FILE_KINDS.map(({ name }) => name))
  return new Refusal('unsupported', `This is no ${names} file. Please send evidence as an image or a PDF.`)
}
