import type { IssuerId } from '@/domain/people/issuers'
import type { Security } from '@/domain/people/person'
import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { config } from '../config'
import { db } from '../db'
import { record } from '../events'
import { issuerAddress, listIssuers } from '../issuers'
import { sealIntent } from './intent'
import { inOwnStream } from './own-stream'
import { prove } from './prove'

/** How the actor signs in, and what is known of their address. */
export async function getSecurity({ id }: Actor): Promise<Security> {
  const user = await db.user.findUniqueOrThrow({
    where: { id },
    include: {
      accounts: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
      factor: { select: { onAt: true } },
      links: { where: { kind: 'verification', usedAt: null, expiresAt: { gt: new Date() } } },
      _count: { select: { codes: true } },
    },
  })
  const { email, verifiedAt, passwordHash, accounts, factor, links } = user
  const names = new Map(listIssuers().map((issuer) => [issuerAddress(issuer.id), issuer]))
  return {
    ...{ email, verified: verifiedAt !== null, hasPassword: passwordHash !== null, mails: config.mail !== null },
    pendingEmail: links.find((link) => link.formerly === email)?.email ?? null,
    factor: factor?.onAt ? { since: factor.onAt.toISOString(), codesLeft: user._count.codes } : null,
    accounts: accounts.map(({ id: accountId, issuer, name, createdAt }) => ({
      ...{ id: accountId, name, createdAt: createdAt.toISOString() },
      ...{ issuer: names.get(issuer)?.id ?? null, issuerName: names.get(issuer)?.name ?? issuer },
    })),
    issuers: listIssuers(),
  }
}

/** Lets the actor link an account of an issuer next: what they take along to it. Their password is asked for before. */
export async function beginLinking(
  actor: Actor,
  { issuer, password }: { issuer: IssuerId; password: string },
): Promise<{ intent: string }> {
  const address = issuerAddress(issuer)
  if (address === null) throw new Refusal('not-found', 'This issuer is not set up here.')
  await prove(actor, password)
  if ((await db.linkedAccount.count({ where: { userId: actor.id, issuer: address } })) > 0)
    throw new Refusal('conflict', 'You have linked an account there already. Unlink that one first.')
  return { intent: sealIntent({ kind: 'link', userId: actor.id, sessionId: actor.sessionId }) }
}

/** Unlinks an account, unless no way in would be left. The lock on the person keeps two from being the last at once. */
export async function unlinkAccount(actor: Actor, accountId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const [person] = await tx.$queryRaw<{ hasPassword: boolean }[]>`
      SELECT "passwordHash" IS NOT NULL AS "hasPassword" FROM "User" WHERE id = ${actor.id}::uuid FOR NO KEY UPDATE`
    const mine = await tx.linkedAccount.findMany({ where: { userId: actor.id }, select: { id: true } })
    if (!mine.some(({ id }) => id === accountId)) throw notFound('account')
    if (!person?.hasPassword && mine.length === 1)
      throw new Refusal('conflict', 'This is your only way in. Set a password first, then unlink it.')
    await tx.linkedAccount.delete({ where: { id: accountId } })
    await tx.signInStep.deleteMany({ where: { accountId } })
    return { answer: { done: true as const }, happened: inOwnStream(actor, 'account.unlinked', accountId) }
  })
}
