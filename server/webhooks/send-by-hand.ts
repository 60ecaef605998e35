import { v7 } from 'uuid'
import type { Actor } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import type { Delivery } from '@/domain/webhooks/webhook'
import { TEST_KIND } from '@/domain/webhooks/words'
import type { Tx } from '../db'
import { record, type Happened } from '../events'
import { findWebhook } from './find-webhook'
import { presentDelivery } from './present'

/*
 * What someone asks to be sent goes at once, beside the line, and is tried once. That it was asked for stands in their own
 * stream and in the audit, and no webhook is told of it.
 */

const asked = (actor: Actor, kind: Happened['kind'], subject: string, workspaceId: string): Happened => ({
  in: { kind: 'person', id: actor.id },
  kind,
  subject,
  workspaceId,
})

/** The next number of a webhook's line. Its row is locked until the transaction ends. */
export async function nextNumber(tx: Tx, webhookId: string, count = 1): Promise<number> {
  const { last } = await tx.webhookProgress.update({ where: { webhookId }, data: { last: { increment: count } } })
  return last - count + 1
}

/** Sends a message that says nothing, whether the webhook is on or off. */
export async function sendTest(actor: Actor, workspaceId: string, webhookId: string): Promise<Delivery> {
  return record(actor, async (tx) => {
    await findWebhook(tx, actor, workspaceId, webhookId)
    const number = await nextNumber(tx, webhookId)
    const about = { kind: TEST_KIND, subject: webhookId, actorId: actor.id, at: new Date(), byHand: true }
    const made = await tx.webhookDelivery.create({ data: { id: v7(), workspaceId, webhookId, number, ...about } })
    return { answer: presentDelivery(made), happened: asked(actor, 'webhook.tested', webhookId, workspaceId) }
  })
}

/** Sends a message again under its id. One that still waits in the line is tried at once, and the line goes on from it. */
export async function redeliver(
  actor: Actor,
  workspaceId: string,
  webhookId: string,
  deliveryId: string,
): Promise<Delivery> {
  return record(actor, async (tx) => {
    await findWebhook(tx, actor, workspaceId, webhookId)
    const found = await tx.webhookDelivery.findFirst({ where: { id: deliveryId, webhookId } })
    if (!found) throw notFound('message')
    const happened = asked(actor, 'webhook.resent', webhookId, workspaceId)
    if (found.state === 'waiting') {
      await tx.webhookProgress.update({ where: { webhookId }, data: { dueAt: new Date() } })
      return { answer: presentDelivery(found), happened }
    }
    const again = await tx.webhookDelivery.update({
      where: { id: deliveryId },
      data: { state: 'waiting', byHand: true },
    })
    return { answer: presentDelivery(again), happened }
  })
}
