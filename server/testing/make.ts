import { Secret, TOTP } from 'otpauth'
import { v7 } from 'uuid'
import type { AnnotationDraft } from '@/domain/annotations/annotation'
import { linkTo, type Linked } from '@/domain/people/links'
import type { Actor } from '@/domain/permissions/policy'
import type { Role } from '@/domain/permissions/role'
import { createAnnotation } from '../annotations/create-annotation'
import { openSession, passingCookie, sessionCookie } from '../auth'
import { db } from '../db'
import type { LinkKind } from '@/prisma/client/client'
import { newFactorSecret, sealFactor } from '../people/codes'
import { hashPassword } from '../people/password'
import { hashOf, newSecret } from '../secret'
import { createComment } from '../threads/create-comment'
import { draftOn, makeDocument, makeProject, says } from './make-world'

/** Good for everybody that `makeUser` makes. */
export const PASSWORD = 'correct horse battery staple'

let hashed: Promise<string> | undefined

export type MadeUser = { id: string; name: string; email: string }

/** Someone with an account and an address that is theirs, who can sign in with `PASSWORD`; the address is new unless given. */
export async function makeUser(name: string, email?: string): Promise<MadeUser> {
  const id = v7()
  const user = { id, name, email: email ?? `${name.toLowerCase().replace(/\W+/g, '.')}-${id}@example.org` }
  const passwordHash = await (hashed ??= hashPassword(PASSWORD))
  await db.user.create({ data: { ...user, passwordHash, verifiedAt: new Date() } })
  return user
}

/** The token of a mailed link, as it stands in a mail: of a verification for someone, else for a new password. */
export async function makeMailedLink(kind: LinkKind, { id, email }: { id: string; email: string }): Promise<string> {
  const token = newSecret()
  const expiresAt = new Date(Date.now() + 60 * 60_000)
  const userId = kind === 'verification' ? id : null
  await db.mailedLink.create({ data: { id: v7(), kind, userId, email, tokenHash: hashOf(token), expiresAt } })
  return token
}

/** Gives someone a second factor, on or about to be, in the place of any that they have, and answers its secret. */
export async function makeFactor({ id }: { id: string }, on = true): Promise<string> {
  const secret = newFactorSecret()
  const its = { sealed: sealFactor(id, secret), onAt: on ? new Date() : null, lastStep: 0 }
  await db.secondFactor.upsert({ where: { userId: id }, create: { userId: id, ...its }, update: its })
  return secret
}

/** The code that an app shows for this secret; `later` counts in steps of half a minute. */
export const codeOf = (secret: string, later = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 })

/** The path of a set-up link, as a start prints it while nobody has an account; null when somebody has. */
export async function makeSetupLink(): Promise<string | null> {
  if ((await db.user.count()) > 0) return null
  const token = newSecret()
  await db.setupToken.create({ data: { id: v7(), tokenHash: hashOf(token) } })
  return linkTo('', 'setup', token)
}

/** The Cookie header of a browser in which a link was opened. */
export const openedLink = (page: Linked, secret: string): string => `${passingCookie(page)}=${secret}`

/** A workspace without members. */
export async function makeWorkspace(name = 'Analysts'): Promise<string> {
  const id = v7()
  await db.workspace.create({ data: { id, name } })
  return id
}

/** Someone new with an account and this role. */
export async function makeMember(workspaceId: string, role: Role, name: string = role): Promise<MadeUser> {
  const user = await makeUser(name)
  await db.membership.create({ data: { workspaceId, userId: user.id, role } })
  return user
}

/** A workspace with an owner, a project with the default labels, and a document of `paragraphs`. */
export async function makeDesk({ name = 'Analysts', owner = 'Olga Owner', paragraphs }: Desk = {}) {
  const workspaceId = await makeWorkspace(name)
  const user = await makeMember(workspaceId, 'owner', owner)
  const actor = await actorOf(user)
  const project = await makeProject(workspaceId, actor)
  return {
    workspaceId,
    owner: user,
    ...project,
    ...(await makeDocument(project.projectId, workspaceId, actor, paragraphs)),
  }
}
type Desk = { name?: string; owner?: string; paragraphs?: string[] }

/** An annotation of `words` in the document, through the service. */
export async function makeAnnotation(
  by: Actor,
  on: { documentId: string; versionId: string; text: string },
  words: string,
  more: Partial<AnnotationDraft> = {},
) {
  return createAnnotation(by, on.documentId, draftOn(on, words, more))
}

/** A comment of one paragraph in an annotation's thread, through the service. */
export async function makeComment(by: Actor, annotationId: string, text: string, parentId: string | null = null) {
  return createComment(by, annotationId, { id: v7(), parentId, json: says(text) })
}

/** The person as the door would bring them in now, with the roles that they hold now. */
export async function actorOf({ id, name }: { id: string; name: string }): Promise<Actor> {
  const held = await db.membership.findMany({ where: { userId: id } })
  return { id, name, sessionId: id, roles: new Map(held.map(({ workspaceId, role }) => [workspaceId, role])) }
}

/** Signs someone in: the cookie that a browser would hold. */
export async function signIn({ id }: { id: string }, userAgent = 'Test/1'): Promise<{ name: string; value: string }> {
  const { passwordHash: verified } = await db.user.findUniqueOrThrow({ where: { id } })
  return { name: sessionCookie(), value: await openSession({ id, verified }, userAgent) }
}
