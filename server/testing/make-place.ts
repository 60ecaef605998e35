import { v7 } from 'uuid'
import type { Role } from '@/domain/permissions/role'
import { TOKEN_PREFIX } from '@/domain/tokens/words'
import { db } from '../db'
import { hashOf, newSecret } from '../secret'
import { actorOf, makeMember, makeUser, makeWorkspace } from './make'
import { makeMarkedClaim, makeMarkedCleared, makeMarkedOccurrence, makeMarkedRelation } from './make-marked-claim'
import { makeMarked, makePhased } from './make-marked-document'
import { makeMarkedAttachment, makeMarkedEvidence, makeMarkedQuestion, makeMarkedSource } from './make-marked-evidence'
import { makeMarkedCorrection, makeMarkedDissent, makeMarkedFinding } from './make-marked-finding'
import { makeMarkedRound, type Judges } from './make-marked-round'
import { makeTalk } from './make-talk'
import { makeProject } from './make-world'
import type { Base, Marked } from './place'

/**
 * A workspace in which everything that people wrote carries its mark: in names, titles, texts, tags and notes. What lies
 * in the trash carries another, and what is private or held by a seal a third one with its author's id, so that any answer
 * tells by its words what it gives away.
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
  const documents = { trashed: await makeMarked(base, { trashed: true }), phased: await makePhased(base) }
  const grounds = { ...base, ...(await makeMarked(base)), ...documents }
  const { annotationId, commentId } = await makeTalk(grounds, { by: owner.id })
  await makeTalk(grounds, { by: owner.id, private: true })
  const trashed = await makeTalk(grounds, { by: owner.id, trashed: true })
  const phased = await makeTalk(grounds, { by: owner.id, before: true })
  await makeTalk(grounds, { by: owner.id, held: 'annotation' })
  const passages = { open: annotationId, trashed: trashed.annotationId, phased: phased.annotationId }
  const { invitationId } = await makeInvitation(base, 'viewer')
  const { tokenId } = await makeToken(base, owner.id)
  const webhook = await makeWebhook(base)
  const judges = await makeJudges(base)
  const found = await makeFound({ ...grounds, passages, judges })
  return { ...grounds, ...found, passages, judges, annotationId, commentId, invitationId, tokenId, ...webhook }
}

export type Place = Awaited<ReturnType<typeof makePlace>>

async function makeJudges({ workspaceId, mark }: Base): Promise<Judges> {
  const judge = async (name: string) => (await makeMember(workspaceId, 'analyst', `${name} ${mark}`)).id
  return { submitted: await judge('Saul'), missing: await judge('Mia'), free: await judge('Fred') }
}

/** One of everything that is found in documents and judged, and something of it that a seal holds. */
async function makeFound(place: Marked & { judges: Judges }) {
  const by = { by: place.ownerId }
  const { sourceId } = await makeMarkedSource(place, by)
  const sourced = { ...place, sourceId }
  const { evidenceId: _, claimId: __, ...round } = await makeMarkedRound(sourced, by)
  const { findingId } = await makeMarkedFinding(place, { published: true })
  const found = {
    ...{ findingId, dissentId: (await makeMarkedDissent(place, by)).dissentId },
    ...(await makeMarkedCorrection(place, by)),
    ...(await makeExport(place, by)),
    ...{ sourceId, originId: sourceId, phaseId: place.phased.sealId, ...round },
    ...(await makeMarkedCleared(place, by)),
    ...(await makeMarkedQuestion(sourced, by)),
    ...(await makeMarkedAttachment(place, by)),
    ...(await makeMarkedEvidence(sourced, by)),
    ...(await makeMarkedRelation(place, by)),
    ...(await makeMarkedOccurrence(place, by)),
  }
  for (const make of [makeMarkedClaim, makeMarkedRelation, makeMarkedCleared]) await make(place, { ...by, held: true })
  await makeMarkedOccurrence(place, { ...by, held: true })
  return found
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

/** Something that someone is told: what was said in the place's thread. */
export async function makeNotification({ workspaceId, annotationId, commentId, ownerId }: Place, userId: string) {
  const id = v7()
  const about = {
    topic: 'annotation',
    topicId: annotationId,
    subject: commentId,
    streamId: annotationId,
    seq: 0,
  } as const
  await db.notification.create({ data: { id, userId, workspaceId, kind: 'resolved', ...about, actorId: ownerId } })
  return { notificationId: id }
}

/** An account elsewhere by which someone could sign in, of an issuer of its own. */
export async function makeLinkedAccount(userId: string): Promise<string> {
  const id = v7()
  await db.linkedAccount.create({
    data: { id, userId, issuer: `https://${id}.example`, subject: id, name: 'Elsewhere' },
  })
  return id
}

/** Takes back that someone's address was verified. */
export async function makeUnverified({ id }: { id: string }): Promise<object> {
  await db.user.update({ where: { id }, data: { verifiedAt: null } })
  return {}
}

/** A token of someone's for the place; `secret` is what a program sends. */
export async function makeToken(
  { workspaceId, mark }: Pick<Base, 'workspaceId' | 'mark'>,
  userId: string,
  scope: 'read' | 'write' = 'write',
) {
  const tokenId = v7()
  const secret = TOKEN_PREFIX + newSecret()
  const expiresAt = new Date(Date.now() + 24 * 60 * 60 * 1000)
  const token = {
    id: tokenId,
    userId,
    workspaceId,
    name: `Token of ${mark}`,
    scope,
    tokenHash: hashOf(secret),
    expiresAt,
  }
  await db.apiToken.create({ data: token })
  return { tokenId, secret }
}

/** Another workspace, in which someone has the role that they have in the place, if any. */
export async function makeDoomed({ workspaceId, mark }: Base, userId: string | null) {
  const doomed = await makeWorkspace(`Doomed ${mark}`)
  const held = userId && (await db.membership.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } }))
  if (held) await db.membership.create({ data: { workspaceId: doomed, userId: held.userId, role: held.role } })
  return { workspaceId: doomed }
}

/** That someone asked for everything of the place. */
export async function makeExport({ workspaceId }: Pick<Base, 'workspaceId'>, { by }: { by: string }) {
  const exportId = v7()
  await db.workspaceExport.create({ data: { id: exportId, workspaceId, byId: by } })
  return { exportId }
}

/** A webhook of the place that is switched off, so that nothing is sent while others look, with what it sent once. */
export async function makeWebhook({ workspaceId, ownerId, mark }: Base) {
  const [webhookId, deliveryId] = [v7(), v7()]
  const address = `https://hooks.example.org/${mark}`
  const hook = { id: webhookId, workspaceId, address, kinds: [], sealedSecret: '', active: false, createdById: ownerId }
  await db.webhook.create({ data: { ...hook, progress: { create: { last: 1 } } } })
  const about = {
    kind: 'project.created',
    streamKind: 'project',
    streamId: workspaceId,
    seq: 1,
    subject: workspaceId,
  } as const
  const became = { state: 'failed', attempts: 1, actorId: ownerId, at: new Date() } as const
  await db.webhookDelivery.create({ data: { id: deliveryId, workspaceId, webhookId, number: 1, ...about, ...became } })
  return { webhookId, deliveryId }
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

/** Lets someone who has an account belong to this workspace too. */
export async function makeJoined(workspaceId: string, role: Role, userId: string): Promise<void> {
  await db.membership.create({ data: { workspaceId, userId, role } })
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
