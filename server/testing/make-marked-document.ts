import { v7 } from 'uuid'
import { db } from '../db'
import { hashOf } from '../secret'
import { actorOf } from './make'
import { makeDocument } from './make-world'
import { whisper, type Base, type Written } from './place'

/** A document of the place, with its original; in the trash if wanted. */
export async function makeMarked(place: Base, { trashed = false } = {}): Promise<Written> {
  const { mark, scrap, workspaceId, projectId, ownerId } = place
  const said = trashed ? scrap : mark
  const by = await actorOf({ id: ownerId, name: '' })
  const sentence = `Ministers signed a deal on ${said} on Monday.`
  const paragraphs = [sentence, 'Officials spoke of 40,000 tonnes a year.']
  const { documentId, versionId } = await makeDocument(projectId, workspaceId, by, paragraphs)
  const bytes = Buffer.from(paragraphs.join('\n\n'))
  const file = { name: `${said}.txt`, mediaType: 'text/plain', size: bytes.length, sha256: hashOf(bytes.toString()) }
  await db.original.create({ data: { versionId, workspaceId, bytes, ...file } })
  await db.document.update({
    where: { id: documentId },
    data: { title: `Briefing on ${said}`, trashedAt: trashed ? new Date() : null },
  })
  return { documentId, versionId, sentence }
}

/** A document that is read independently, and the seal of its phase. */
export async function makePhased(place: Base): Promise<Written & { sealId: string }> {
  const { workspaceId, projectId, ownerId, mark } = place
  const written = await makeMarked(place)
  const sealId = v7()
  const opened = { kind: 'phase', name: `Phase of ${mark}`, openedById: ownerId } as const
  await db.seal.create({ data: { id: sealId, workspaceId, projectId, ...opened } })
  await db.phaseDocument.create({ data: { sealId, documentId: written.documentId, workspaceId } })
  return { ...written, sealId }
}

/** A phase with an annotation that it holds. What is `told` carries the mark of all, since it is to be revealed. */
export async function makeMarkedPhase(place: Base, { told = false, revealed = false } = {}) {
  const { sealId, ...written } = await makePhased(place)
  const { workspaceId, projectId, ownerId: authorId, mark } = place
  const { documentId, versionId } = written
  const passage = { start: 0, end: 9, exact: 'Ministers', prefix: '', suffix: ' signed a deal' }
  const tags = [told ? mark : whisper(authorId)]
  const row = { id: v7(), workspaceId, projectId, documentId, versionId, authorId, ...passage, tags }
  await db.annotation.create({ data: { ...row, visibility: 'team', sealId, held: !revealed } })
  if (revealed) {
    await db.seal.update({ where: { id: sealId }, data: { revealedAt: new Date(), revealedById: authorId } })
    await db.phaseDocument.updateMany({ where: { sealId }, data: { open: false } })
  }
  return { ...written, phaseId: sealId }
}
