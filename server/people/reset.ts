import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { audit } from '../audit'
import { db } from '../db'
import { record } from '../events'
import { allow, forgive, giveBack } from '../limits'
import { peerAddress } from '../peer'
import { askLink, findLink, requireMail, useLink, voidLinks } from './mailed-links'
import { hashNewPassword } from './password'

const useless = () =>
  new Refusal('not-found', 'This link was used, a newer one was asked for, or an hour has passed. Ask for a new one.')

/**
 * Asks for a link by which a new password can be set. Answer and work are the same whether somebody has the address or
 * not: that is looked up when the mail is written. Refuses with `too-many` past the allowance of address or caller.
 */
export async function askReset(email: string): Promise<{ done: true }> {
  requireMail()
  await allow('mailsPerCaller', peerAddress())
  await allow('mailsPerAddress', email)
  await db.$transaction(async (tx) => {
    const subject = await askLink(tx, { kind: 'reset', userId: null, email })
    await audit(tx, { deed: 'reset.asked', actorId: null, subject })
  })
  return { done: true }
}

/** Whether the link can still set a password. Refuses who tries too many that can't. */
export async function canReset(token: string): Promise<boolean> {
  await allow('linksPerAddress', peerAddress())
  const link = await findLink('reset', token)
  if (link) await giveBack('linksPerAddress', peerAddress())
  return link !== null
}

/**
 * Sets a password by a mailed link. Whoever holds it has the mailbox, which also shows the address to be theirs. Every
 * session, every sign-in under way and every other open link ends in the same transaction. It signs nobody in: where a
 * second factor is on, it is asked for as always.
 */
export async function resetPassword(token: string, password: string): Promise<{ done: true }> {
  if (!(await canReset(token))) throw useless()
  const [link, passwordHash] = [await findLink('reset', token), await hashNewPassword(password)]
  const user = link && (await db.user.findUnique({ where: { email: link.email } }))
  if (!user) throw useless()
  const { id, name, email } = user
  const actor: Actor = { id, name, sessionId: id, roles: new Map() }
  await record(actor, async (tx) => {
    if (!(await useLink(tx, link))) throw useless()
    const verifiedAt = user.verifiedAt ?? new Date()
    const { count } = await tx.user.updateMany({ where: { id, email }, data: { passwordHash, verifiedAt } })
    if (count === 0) throw useless()
    await tx.session.deleteMany({ where: { userId: id } })
    await tx.signInStep.deleteMany({ where: { userId: id } })
    await voidLinks(tx, 'reset', { userId: id, email })
    await voidLinks(tx, 'verification', { userId: id, email })
    return {
      answer: { done: true as const },
      happened: { in: { kind: 'person', id }, kind: 'password.reset', subject: id, workspaceId: null },
    }
  })
  await forgive('signInPerAccount', email)
  return { done: true }
}
