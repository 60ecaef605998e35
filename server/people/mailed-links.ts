import { v7 } from 'uuid'
import { Refusal } from '@/domain/refusal'
import type { LinkKind, MailedLink } from '@/prisma/client/client'
import { config } from '../config'
import { db, sql, type Tx } from '../db'
import { hashOf } from '../secret'

/** How long a link works, in hours: what lets somebody in, shorter than what only shows an address. */
const HOURS: Readonly<Record<LinkKind, number>> = { reset: 1, verification: 24 }

/** Links that have run out are kept for so long, since mails may still tell of them; in days. */
const KEPT_DAYS = 7

/** Refuses where there is no mail server. */
export function requireMail(): void {
  if (!config.mail)
    throw new Refusal('invalid', 'This installation sends no mail. Ask whoever runs it to set up a mail server.')
}

type Asked = { kind: LinkKind; userId: string | null; email: string; formerly?: string }

/**
 * Puts a link into the outbox, and makes those asked for before worth nothing. It does the same for every address; the
 * link itself is made when the mail is written.
 */
export async function askLink(tx: Tx, { kind, userId, email, formerly = '' }: Asked): Promise<string> {
  const id = v7()
  await tx.$executeRaw`DELETE FROM "MailedLink" WHERE "expiresAt" < now() - ${KEPT_DAYS} * interval '1 day'`
  await voidLinks(tx, kind, { userId, email })
  await tx.$executeRaw`INSERT INTO "MailedLink" (id, kind, "userId", email, formerly, "expiresAt")
    VALUES (${id}::uuid, ${kind}::"LinkKind", ${userId}::uuid, ${email}, ${formerly},
      now() + ${HOURS[kind]} * interval '1 hour')`
  await tx.$executeRaw`INSERT INTO "Mail" (id, kind, about) VALUES (${v7()}::uuid, ${kind}::text::"MailKind", ${id}::uuid)`
  return id
}

/** Makes open links worth nothing: of a verification by person, of a new password by address. */
export async function voidLinks(tx: Tx, kind: LinkKind, of: { userId: string | null; email: string }): Promise<void> {
  const whose = kind === 'reset' ? sql`email = ${of.email}` : sql`"userId" = ${of.userId}::uuid`
  await tx.$executeRaw`UPDATE "MailedLink" SET "expiresAt" = now()
    WHERE kind = ${kind}::"LinkKind" AND ${whose} AND "usedAt" IS NULL AND "expiresAt" > now()`
}

/** The open link with this token; null for one that never was, was used, or has run out. */
export function findLink(kind: LinkKind, token: string): Promise<MailedLink | null> {
  return db.mailedLink.findFirst({
    where: { kind, tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: new Date() } },
  })
}

/** Uses a link up: one statement, so that of many who try at once one gets it. */
export async function useLink(tx: Tx, { id }: MailedLink): Promise<boolean> {
  const { count } = await tx.mailedLink.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: new Date() } },
    data: { usedAt: new Date() },
  })
  return count > 0
}
