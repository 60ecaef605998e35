import { v7 } from 'uuid'
import type { Role } from '@/domain/permissions/role'
import { db } from '../db'
import { hashOf, newSecret } from '../secret'
import { actorOf, makeMember, makeUser, makeWorkspace } from './make'
import { makeDocument, makeProject, says } from './make-world'

/**
 * A workspace in which everything that people wrote carries its mark: in names, titles, texts, tags and notes. What lies
 * in the trash carries another, and what is private a third one with its author's id, so that any answer tells by its
 * words what it gives away.
 */
export async function makePlace() {
  const mark = `cinnabar${v7().slice(-12)}`
  const scrap = `scrap${v7().slice(-12)}`
  const workspaceId = await makeWorkspace(`Desk ${mark}`)
  const owner = await makeMember(workspaceId, 'owner', `Olga ${mark}`)
  const actor = await actorOf(owner)
  const { projectId, labelIds } = await makeProject(workspaceId, actor)
  await db.project.update({ where: { id: projectId }, data: { name: `Project ${mark}`, description: `All ${mark}` } })
  await db.label.updateMany({ where: { projectId }, data: { description: `For ${mark}` } })
  const base = { mark, scrap, workspaceId, projectId, labelIds, ownerId: owner.id }
  const place = { ...base, ...(await makeMarked(base)), trashed: await makeMarked(base, { trashed: true }) }
  const { annotationId, commentId } = await makeTalk(place, { by: owner.id })
  await makeTalk(place, { by: owner.id, private: true })
  await makeTalk(place, { by: owner.id, trashed: true })
  const { invitationId } = await makeInvitation(place, 'viewer')
  return { ...place, annotationId, commentId, invitationId }
}

type Base = { mark: string; scrap: string; workspaceId: string; projectId: string; ownerId: string }
export type Place = Awaited<ReturnType<typeof makePlace>>
type Written = { documentId: string; versionId: string }
type Grounds = Base & Written & { labelIds: readonly [string, ...string[]]; trashed: Written }

/** A document of the place, with its original; in the trash if wanted. */
export async function makeMarked({ mark, scrap, workspaceId, projectId, ownerId }: Base, { trashed = false } = {}) {
  const said = trashed ? scrap : mark
  const by = await actorOf({ id: ownerId, name: '' })
  const paragraphs = [`Ministers signed a deal on ${said} on Monday.`, 'Officials spoke of 40,000 tonnes a year.']
  const document = await makeDocument(projectId, workspaceId, by, paragraphs)
  const bytes = Buffer.from(paragraphs.join('\n\n'))
  const file = { name: `${said}.txt`, mediaType: 'text/plain', size: bytes.length, sha256: hashOf(bytes.toString()) }
  await db.original.create({ data: { versionId: document.versionId, workspaceId, bytes, ...file } })
  await db.document.update({
    where: { id: document.documentId },
    data: { title: `Briefing on ${said}`, trashedAt: trashed ? new Date() : null },
  })
  return document
}

export type Talk = {
  by: string
  /** Who wrote the comment; where it is private, the annotation's author. */
  comment?: string
  private?: boolean
  trashed?: boolean
  deleted?: 'annotation' | 'comment'
  resolved?: boolean
}

/** What someone's private words say, so that an answer shows whose they are. */
export const whisper = (authorId: string) => `whisper-${authorId}`

/** An annotation of the place's document with a thread, a comment in it, and what that said before. */
export async function makeTalk(place: Grounds, talk: Talk) {
  const { workspaceId, projectId } = place
  const { documentId, versionId } = talk.trashed ? place.trashed : place
  const annotationId = v7()
  const commentId = v7()
  const said = talk.private ? whisper(talk.by) : talk.trashed ? place.scrap : place.mark
  const isGone = (what: 'annotation' | 'comment') => (talk.deleted === what ? new Date() : null)
  await db.annotation.create({
    data: {
      ...{ id: annotationId, workspaceId, projectId, documentId, versionId, authorId: talk.by },
      ...{ start: 0, end: 9, exact: 'Ministers', prefix: '', suffix: ' signed a deal', labelId: place.labelIds[0] },
      ...{ tags: [said], visibility: talk.private ? 'private' : 'team', comments: isGone('comment') ? 0 : 1 },
      ...{ resolved: talk.resolved ?? false, deletedAt: isGone('annotation') },
    },
  })
  const settled = talk.resolved && { status: 'resolved', reason: said, resolvedById: talk.by, resolvedAt: new Date() }
  await db.thread.create({ data: { id: annotationId, workspaceId, annotationId, ...(settled as object) } })
  const words = { json: says(`Says ${said}`) as object, text: `Says ${said}` }
  const authorId = (!talk.private && talk.comment) || talk.by
  await db.comment.create({
    data: {
      id: commentId,
      workspaceId,
      threadId: annotationId,
      authorId,
      ...words,
      version: 2,
      deletedAt: isGone('comment'),
    },
  })
  await db.commentRevision.create({ data: { commentId, version: 1, workspaceId, ...words, writtenAt: new Date() } })
  return { documentId, versionId, annotationId, threadId: annotationId, commentId }
}

/** An open invitation, and the secret of its link. */
export async function makeInvitation({ workspaceId, ownerId, mark }: Base, role: Role) {
  const token = newSecret()
  const invitationId = v7()
  const expiresAt = new Date(Date.now() + 24 * 60 * 60 * 1000)
  await db.invitation.create({
    data: {
      id: invitationId,
      workspaceId,
      tokenHash: hashOf(token),
      role,
      note: `Note of ${mark}`,
      createdById: ownerId,
      expiresAt,
    },
  })
  return { invitationId, token }
}

/** A label of the place, without a key. */
export async function makeLabel({ workspaceId, projectId, mark }: Base): Promise<string> {
  const label = { id: v7(), workspaceId, projectId, name: `Label ${mark}`, color: 'blue', position: 100 } as const
  await db.label.create({ data: label })
  return label.id
}

/** A project of the place with a document. */
export async function makeMarkedProject(place: Base) {
  const { projectId, labelIds } = await makeProject(place.workspaceId, await actorOf({ id: place.ownerId, name: '' }))
  await db.project.update({ where: { id: projectId }, data: { name: `Project ${place.mark}` } })
  return { projectId, labelIds }
}

/** Someone who was a member, and is one no longer. */
export async function makeRemoved(workspaceId: string, role: Role, name: string) {
  const user = await makeMember(workspaceId, role, name)
  await db.membership.delete({ where: { workspaceId_userId: { workspaceId, userId: user.id } } })
  return user
}

/** Someone of another workspace. */
export async function makeOutsider(name: string) {
  const user = await makeUser(name)
  await db.membership.create({
    data: { workspaceId: await makeWorkspace('Elsewhere'), userId: user.id, role: 'owner' },
  })
  return user
}

/** The id of a session that `signIn` just opened. */
export async function sessionIdOf(token: string): Promise<string> {
  const { id } = await db.session.findUniqueOrThrow({ where: { tokenHash: hashOf(token) }, select: { id: true } })
  return id
}

/** A set-up link that this owner used: sent again with their id, it gives the answer that it gave. */
export async function makeUsedSetUp(): Promise<string> {
  const token = newSecret()
  await db.setupToken.create({ data: { id: v7(), tokenHash: hashOf(token), usedAt: new Date() } })
  return token
}

/** The version that the row of a workspace has now. */
export async function versionOf(workspaceId: string): Promise<number> {
  return (await db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { version: true } })).version
}
