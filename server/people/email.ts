import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { v7 } from 'uuid'
import { db } from '../db'
import { record } from '../events'
import { allow, giveBack } from '../limits'
import { peerAddress } from '../peer'
import { askLink, findLink, requireMail, useLink, voidLinks } from './mailed-links'
import { inOwnStream } from './own-stream'
import { prove } from './prove'

const useless = () =>
  new Refusal('not-found', 'This link was used, a newer one was asked for, or a day has passed. Ask for a new one.')

/** Mails a link that shows the address to be theirs, again if need be. Refuses where that is known already. */
export async function askVerification(actor: Actor): Promise<{ done: true }> {
  requireMail()
  const { email, verifiedAt } = await db.user.findUniqueOrThrow({ where: { id: actor.id } })
  if (verifiedAt) throw new Refusal('conflict', 'Your address is verified already.')
  await allow('mailsPerAddress', actor.id)
  return record(actor, async (tx) => {
    await askLink(tx, { kind: 'verification', userId: actor.id, email })
    return { answer: { done: true as const }, happened: inOwnStream(actor, 'email.asked') }
  })
}

/**
 * Asks for another address: a link is mailed to it, and it counts from the moment that the link is opened. What is
 * answered does not tell whether somebody else has the address; in that case no mail is sent.
 */
export async function askNewEmail(
  actor: Actor,
  { email, password }: { email: string; password: string },
): Promise<{ done: true }> {
  requireMail()
  await prove(actor, password)
  const { email: formerly } = await db.user.findUniqueOrThrow({ where: { id: actor.id } })
  if (email === formerly) throw new Refusal('conflict', 'This is your address already.')
  await allow('mailsPerAddress', actor.id)
  return record(actor, async (tx) => {
    await askLink(tx, { kind: 'verification', userId: actor.id, email, formerly })
    return { answer: { done: true as const }, happened: inOwnStream(actor, 'email.asked') }
  })
}

/** The address that the link is about, for the page that it opens; null when it is of no use. */
export async function findVerification(token: string): Promise<{ email: string } | null> {
  await allow('linksPerAddress', peerAddress())
  const link = await findLink('verification', token)
  if (link) await giveBack('linksPerAddress', peerAddress())
  return link && { email: link.email }
}

/** Counts the address as theirs, signed in or not. A new address replaces the one before, which is told. */
export async function verifyEmail(token: string): Promise<{ email: string }> {
  if (!(await findVerification(token))) throw useless()
  const link = await findLink('verification', token)
  const user = link?.userId ? await db.user.findUnique({ where: { id: link.userId } }) : null
  if (!link || !user) throw useless()
  const { id, name } = user
  const { email, formerly } = link
  return record({ id, name, sessionId: id, roles: new Map() }, async (tx) => {
    if (!(await useLink(tx, link))) throw useless()
    if (formerly !== '' && (await tx.user.count({ where: { email } })) > 0)
      throw new Refusal('conflict', 'Somebody else has this address by now. Yours was not changed.')
    const before = formerly === '' ? email : formerly
    const { count } = await tx.user.updateMany({
      where: { id, email: before },
      data: { email, verifiedAt: new Date() },
    })
    if (count === 0) throw useless()
    if (formerly !== '') {
      await voidLinks(tx, 'reset', { userId: id, email: formerly })
      await tx.mail.create({ data: { id: v7(), kind: 'moved', about: link.id } })
    }
    return { answer: { email }, happened: inOwnStream(user, formerly === '' ? 'email.verified' : 'email.changed') }
  })
}
