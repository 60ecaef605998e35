import type { Webhook, WebhookDelivery } from '@/prisma/client/client'
import { db } from '../db'
import { FetchRefusal } from '../fetch-refusals'
import { log } from '../log'
import { safeSend, type Network } from '../safe-fetch'
import { unseal } from '../sealed'
import { messageOf } from './message'
import { askedToWait } from './retry-after'
import { sayWhy } from './say-why'
import { signatureHeaders } from './sign'
import { switchOff } from './switch-off'

/** How long is waited after each attempt that failed, give or take a fifth; after the last it is given up, a day later. */
export const WAITS_S = [10, 60, 300, 1800, 7200, 21_600, 28_800, 28_800] as const
const JITTER = 0.2
/** A receiver may ask for more time than that, but for no more than the longest of these. */
const LONGEST_S = Math.max(...WAITS_S)

/** A webhook to which nothing could be sent for so long is switched off; in ms. */
export const PATIENCE_MS = 3 * 24 * 60 * 60 * 1000

/** How long an answer is waited for; in ms. */
const LIMITS = { milliseconds: 15_000, idleMilliseconds: 10_000 }

/** So much of an answer is kept, in bytes. */
export const ANSWER_BYTES = 1024

/** So long a process has a webhook to itself: for some messages, and one more whose receiver is as slow as may be; in ms. */
const LEASE_MS = 60_000
const ROUND_MS = 40_000

/** As many webhooks are sent to side by side. */
const AT_ONCE = 4

/** What tests bring along: how long to wait for an answer, and the network. */
export type Sending = { now?: Date; limits?: typeof LIMITS; network?: Network }

/**
 * Sends what is due. Each webhook has a line, and only its first message is tried, so they arrive in order. Of several
 * processes each takes webhooks that no other has: one statement marks them as taken until a lease ends. Who stops between
 * an answer and the note of it sends again, under the same id. Answers how many webhooks were taken.
 */
export async function sendDue(sending: Sending = {}): Promise<number> {
  const now = sending.now ?? new Date()
  const leasedUntil = new Date(now.getTime() + LEASE_MS)
  const taken = await db.$queryRaw<{ webhookId: string }[]>`
    UPDATE "WebhookProgress" SET "leasedUntil" = ${leasedUntil} WHERE "webhookId" IN (
      SELECT p."webhookId" FROM "WebhookProgress" p JOIN "Webhook" w ON w.id = p."webhookId"
        JOIN "Workspace" s ON s.id = w."workspaceId"
      WHERE p."leasedUntil" <= ${now} AND s."deletedAt" IS NULL AND EXISTS (
        SELECT FROM "WebhookDelivery" d WHERE d."webhookId" = w.id AND d.state = 'waiting'
          AND (d."byHand" OR w.active AND p."dueAt" <= ${now}))
      ORDER BY p."dueAt" LIMIT ${AT_ONCE} FOR UPDATE OF p SKIP LOCKED)
    RETURNING "webhookId"`
  await Promise.all(taken.map(({ webhookId }) => sendAll(webhookId, { ...sending, now }, leasedUntil)))
  return taken.length
}

type Given = Sending & { now: Date }

async function sendAll(webhookId: string, sending: Given, leasedUntil: Date): Promise<void> {
  const began = performance.now()
  try {
    while (performance.now() - began < ROUND_MS && (await sendNext(webhookId, sending)));
  } finally {
    await db.webhookProgress.updateMany({ where: { webhookId, leasedUntil }, data: { leasedUntil: sending.now } })
  }
}

/** Tries what someone asked for, or else the first of the line; whether there may be more to do now. */
async function sendNext(webhookId: string, sending: Given): Promise<boolean> {
  const webhook = await db.webhook.findUnique({ where: { id: webhookId }, include: { progress: true } })
  if (!webhook?.progress) return false
  const inLine = webhook.active && webhook.progress.dueAt <= sending.now
  const delivery = await db.webhookDelivery.findFirst({
    where: { webhookId, state: 'waiting', ...(!inLine && { byHand: true }) },
    orderBy: [{ byHand: 'desc' }, { number: 'asc' }],
  })
  if (!delivery) return false
  const outcome = await attempt(webhook, delivery, sending)
  await note(webhook, { ...delivery, attempts: delivery.attempts + 1 }, outcome, sending.now)
  return true
}

type Outcome = { status: number | null; answer: string; error: string; retryAfter: string | null }

const nothing = { status: null, answer: '', retryAfter: null } as const

async function attempt(
  webhook: Webhook,
  delivery: WebhookDelivery,
  { limits = LIMITS, network }: Sending,
): Promise<Outcome> {
  const secret = unseal('webhook', webhook.id, webhook.sealedSecret)
  if (secret === null) {
    const error = 'The secret can’t be read any more, since the secret of this installation was changed. Renew it.'
    return { ...nothing, error }
  }
  const body = messageOf(delivery)
  const signature = signatureHeaders(secret, { id: delivery.id, seconds: Math.floor(Date.now() / 1000), body })
  try {
    const sent = await safeSend(webhook.address, {
      ...{ headers: { 'content-type': 'application/json', 'user-agent': 'Assay webhooks', ...signature }, body },
      ...{ bytes: ANSWER_BYTES, limits, ...(network && { network }) },
    })
    return { ...sent, error: '' }
  } catch (error) {
    if (error instanceof FetchRefusal) return { ...nothing, error: sayWhy(error) }
    log.error({ err: error instanceof Error ? (error.stack ?? error.message) : String(error) }, 'a webhook failed')
    return { ...nothing, error: 'Something went wrong on our side.' }
  }
}

/** The receiver says that it is gone for good, and wants nothing more (Standard Webhooks). */
const GONE = 410

async function note(
  webhook: Webhook & { progress: { failingSince: Date | null } | null },
  { id, attempts, byHand }: WebhookDelivery,
  { retryAfter, ...outcome }: Outcome,
  now: Date,
): Promise<void> {
  const arrived = outcome.status !== null && outcome.status >= 200 && outcome.status < 300
  const wait = byHand || arrived ? undefined : WAITS_S[attempts - 1]
  const state = arrived ? 'delivered' : wait === undefined ? 'failed' : 'waiting'
  const data = { ...outcome, state, attempts, attemptedAt: now, byHand: false } as const
  const where = { webhookId: webhook.id }
  if (arrived) {
    // It is there again: what waits need not wait any longer.
    await db.$transaction([
      db.webhookDelivery.updateMany({ where: { id }, data }),
      db.webhookProgress.updateMany({ where, data: { failingSince: null, dueAt: now } }),
    ])
    return
  }
  const failingSince = webhook.progress?.failingSince ?? now
  const asked = askedToWait(outcome.status, retryAfter, now, LONGEST_S)
  const dueAt = new Date(now.getTime() + Math.max(jittered(wait ?? 0), asked) * 1000)
  await db.$transaction([
    db.webhookDelivery.updateMany({ where: { id }, data }),
    db.webhookProgress.updateMany({ where, data: byHand ? {} : { failingSince, dueAt } }),
  ])
  const failed = now.getTime() - failingSince.getTime() >= PATIENCE_MS
  if (!byHand && (failed || outcome.status === GONE)) await switchOff(webhook, now)
}

/** Somewhat sooner or later, so that receivers which failed together are not all tried at the same moment. */
const jittered = (seconds: number): number => seconds * (1 + JITTER * (2 * Math.random() - 1))
