import type { Mail } from '@/prisma/client/client'
import { config } from '../config'
import { db } from '../db'
import { log } from '../log'
import { sendMail } from '../mail'
import { writeLetter } from './write-letter'

/** So long whoever has taken a mail may try to send it, before another may; longer than a mail server is waited for. */
const LEASE_S = 120

/** How long is waited after each attempt that failed; after the last of them it is given up. */
const WAITS_S = [60, 300, 1800, 7200, 21_600, 43_200, 86_400] as const

/** As many are taken at a time. */
const AT_ONCE = 10

/**
 * Sends what is due. Of several processes each takes mails that no other has: one statement marks them as taken until a
 * lease ends. So a mail is sent once, unless its sender ends between the mail server's word and the note of it; then it is
 * sent again under the same Message-ID. Answers how many were taken.
 */
export async function sendDue(now = new Date()): Promise<number> {
  const taken = await db.$queryRaw<Mail[]>`
    UPDATE "Mail" SET attempts = attempts + 1, "dueAt" = ${new Date(now.getTime() + LEASE_S * 1000)}
    WHERE id IN (
      SELECT m.id FROM "Mail" m WHERE m."doneAt" IS NULL AND m."dueAt" <= ${now}
      ORDER BY m."dueAt", m.id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
    RETURNING *`
  for (const mail of taken) await attempt(mail, now)
  return taken.length
}

async function attempt(mail: Mail, now: Date): Promise<void> {
  try {
    const written = await writeLetter(mail)
    if (written) await sendMail(written.letter)
    await note(mail, { doneAt: new Date(), outcome: written ? 'sent' : 'nothing to say' })
    await written?.sent()
  } catch (error) {
    const outcome = error instanceof Error ? error.message.slice(0, 500) : String(error)
    log.warn({ mail: mail.id, attempts: mail.attempts, err: outcome }, 'a mail was not sent')
    const wait = isFinal(error) ? undefined : WAITS_S[mail.attempts - 1]
    await note(mail, wait === undefined ? { doneAt: new Date(), outcome } : { dueAt: new Date(now.getTime() + wait * 1000), outcome }) // prettier-ignore
  }
}

/** Whether the mail server has refused this mail for good: its address, or what is in it, with a reply of 5xx (RFC 5321). */
function isFinal(error: unknown): boolean {
  const { code, responseCode } = Object(error) as { code?: string; responseCode?: number }
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500
}

const note = ({ id }: Mail, data: { doneAt?: Date; dueAt?: Date; outcome: string }) =>
  db.mail.update({ where: { id }, data })

/**
 * Puts the digests of a day into the outbox, once its hour has come: one for each person who wished for it and has not
 * read all. Doing it again, here or in another process, adds none.
 */
export async function enqueueDigests(now = new Date()): Promise<void> {
  if (!config.mail || now.getUTCHours() < config.mail.digestHour) return
  const day = now.toISOString().slice(0, 10)
  await db.$executeRaw`
    INSERT INTO "Mail" (id, kind, "userId", about, day, "createdAt", "dueAt")
    SELECT gen_random_uuid(), 'digest', n."userId", n."userId", ${day}, ${now}, ${now} FROM "Notification" n
    WHERE n."readAt" IS NULL AND n."mailedAt" IS NULL AND n.mail = 'daily' AND n.at <= ${now}
    GROUP BY n."userId" ON CONFLICT DO NOTHING`
}

/** How often the outbox is looked at; in ms. */
const EVERY_MS = 5_000

/** Sends mail from now on, if there is a mail server; a look that fails is followed by another. */
export function startMailing(): void {
  if (!config.mail) return
  const look = async (): Promise<void> => {
    try {
      await enqueueDigests()
      while ((await sendDue()) === AT_ONCE);
    } catch (error) {
      log.warn({ err: error instanceof Error ? error.message : String(error) }, 'the outbox could not be read')
    }
    setTimeout(() => void look(), EVERY_MS).unref()
  }
  void look()
}
