import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Webhook } from '@/domain/webhooks/webhook'
import { record } from '../events'
import { seal } from '../sealed'
import { checkAddress } from './address'
import { happenedTo, newHookSecret } from './create-webhook'
import { findWebhook } from './find-webhook'
import { readWebhook } from './present'

type Change = { version: number; address: string; kinds: string[]; active: boolean }

/** Changes a webhook. Switched on again it goes on where it stopped, and at once. A stale change is refused with both. */
export async function updateWebhook(
  actor: Actor,
  workspaceId: string,
  webhookId: string,
  { version, address, kinds, active }: Change,
): Promise<Webhook> {
  return record(actor, async (tx) => {
    await findWebhook(tx, actor, workspaceId, webhookId)
    const { count } = await tx.webhook.updateMany({
      where: { id: webhookId, version },
      data: {
        ...{ address: checkAddress(address), kinds, active, version: { increment: 1 } },
        ...(active && { disabledAt: null }),
      },
    })
    if (count > 0 && active)
      await tx.webhookProgress.update({ where: { webhookId }, data: { dueAt: new Date(), failingSince: null } })
    const answer = (await readWebhook(tx, workspaceId, webhookId)) as Webhook
    if (count === 0) {
      throw new Refusal('conflict', 'Someone else changed this webhook meanwhile.', {
        theirs: answer,
        yours: { address, kinds, active },
      })
    }
    return { answer, happened: happenedTo(workspaceId, 'webhook.updated', webhookId) }
  })
}

/** Gives a webhook a new secret. A retry gives another: none is kept where it could be read. */
export async function renewSecret(actor: Actor, workspaceId: string, webhookId: string): Promise<{ secret: string }> {
  const { write: _, ...unkept } = actor
  const secret = newHookSecret()
  return record(unkept, async (tx) => {
    await findWebhook(tx, actor, workspaceId, webhookId)
    await tx.webhook.update({ where: { id: webhookId }, data: { sealedSecret: seal('webhook', webhookId, secret) } })
    return { answer: { secret }, happened: happenedTo(workspaceId, 'webhook.renewed', webhookId) }
  })
}

/** Removes a webhook and its log. */
export async function removeWebhook(actor: Actor, workspaceId: string, webhookId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    await findWebhook(tx, actor, workspaceId, webhookId)
    await tx.webhook.delete({ where: { id: webhookId } })
    return { answer: { done: true as const }, happened: happenedTo(workspaceId, 'webhook.removed', webhookId) }
  })
}
