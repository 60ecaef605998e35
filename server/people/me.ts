import { z } from 'zod'
import type { Me, Session } from '@/domain/people/person'
import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { cursor, paged } from '../cursor'
import { db } from '../db'
import { record } from '../events'
import { allow, forgive } from '../limits'
import { voidLinks } from './mailed-links'
import { inOwnStream } from './own-stream'
import { hashNewPassword, passwordMatches } from './password'
import { requireFresh } from './prove'
import { stopped } from './sign-in'

/** The signed-in person, as they see themselves. */
export async function getMe(actor: Actor): Promise<Me> {
  return db.user.findUniqueOrThrow({ where: { id: actor.id }, select: { id: true, name: true, email: true } })
}

export async function renameMe(actor: Actor, name: string): Promise<Me> {
  return record(actor, async (tx) => {
    const answer = await tx.user.update({
      where: { id: actor.id },
      data: { name },
      select: { id: true, name: true, email: true },
    })
    return { answer, happened: inOwnStream(actor, 'person.renamed', actor.id) }
  })
}

/**
 * Changes the password, or sets the first one of someone who came by an issuer; every other session ends in the same
 * transaction. Guesses count as attempts to sign in.
 */
export async function changePassword(
  actor: Actor,
  { current, password }: { current: string; password: string },
): Promise<{ done: true }> {
  const { email, passwordHash } = await db.user.findUniqueOrThrow({ where: { id: actor.id } })
  if (passwordHash === null) await requireFresh(actor)
  else {
    await allow('signInPerAccount', email, () => stopped(actor.id))
    if (!(await passwordMatches(passwordHash, current)))
      throw new Refusal('invalid', 'The current password is not right. Nothing was changed.')
    await forgive('signInPerAccount', email)
  }
  const fresh = await hashNewPassword(password)
  return record(actor, async (tx) => {
    await tx.user.update({ where: { id: actor.id }, data: { passwordHash: fresh } })
    await tx.session.deleteMany({ where: { userId: actor.id, id: { not: actor.sessionId } } })
    await voidLinks(tx, 'reset', { userId: actor.id, email })
    return { answer: { done: true as const }, happened: inOwnStream(actor, 'password.changed') }
  })
}

const place = cursor(z.strictObject({ at: z.iso.datetime(), id: z.uuid() }))

/** Where the actor is signed in, newest first. */
export async function listSessions(
  actor: Actor,
  { cursor: at, limit }: { cursor?: string | undefined; limit: number },
) {
  const before = place.read(at)
  const rows = await db.session.findMany({
    where: {
      userId: actor.id,
      expiresAt: { gt: new Date() },
      ...(before && {
        OR: [{ createdAt: { lt: new Date(before.at) } }, { createdAt: new Date(before.at), id: { lt: before.id } }],
      }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const present = ({ id, address, userAgent, createdAt, lastSeenAt }: (typeof rows)[number]): Session => ({
    ...{ id, address, userAgent, current: id === actor.sessionId },
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  })
  return paged(rows, limit, present, ({ createdAt, id }) => place.write({ at: createdAt.toISOString(), id }))
}

/** Signs one of the actor's sessions out; it is refused on its next request. */
export async function revokeSession(actor: Actor, sessionId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId: actor.id } })
    if (count === 0) throw notFound('session')
    return { answer: { done: true as const }, happened: inOwnStream(actor, 'session.revoked', sessionId) }
  })
}

/** Signs the actor out everywhere but here. */
export async function revokeOtherSessions(actor: Actor): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const where = { userId: actor.id, id: { not: actor.sessionId } }
    const ended = await tx.session.findMany({ where, select: { id: true } })
    await tx.session.deleteMany({ where: { id: { in: ended.map(({ id }) => id) } } })
    return {
      answer: { done: true as const },
      happened: ended.map(({ id }) => inOwnStream(actor, 'session.revoked', id)),
    }
  })
}
