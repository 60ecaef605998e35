import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import type { Webhook } from '@/prisma/client/client'
import type { Tx } from '../db'

/** A webhook that the actor manages. Who may not manage any is told so before it is looked for. */
export async function findWebhook(tx: Tx, actor: Actor, workspaceId: string, webhookId: string): Promise<Webhook> {
  authorise(actor, 'webhook:manage', { workspaceId }, 'workspace')
  const webhook = await tx.webhook.findFirst({ where: { id: webhookId, workspaceId } })
  if (!webhook) throw notFound('webhook')
  return webhook
}
