import { z } from 'zod'
import { Done, endpoint, Id, NewId, page, Paging, Version } from '../endpoint'
import { Delivery, HookAddress, HookKinds, Webhook } from './webhook'

const workspace = z.strictObject({ workspaceId: Id })
const webhook = z.strictObject({ workspaceId: Id, webhookId: Id })

export const webhookEndpoints = {
  'GET /workspaces/{workspaceId}/webhooks': endpoint({
    summary: 'The webhooks of a workspace, newest first.',
    permission: 'webhook:manage',
    params: workspace,
    query: z.strictObject(Paging),
    answer: page(Webhook),
  }),
  'POST /workspaces/{workspaceId}/webhooks': endpoint({
    summary: 'Add a webhook. Its secret is in this answer only; a retry gets another.',
    permission: 'webhook:manage',
    params: workspace,
    body: z.strictObject({
      id: NewId,
      address: HookAddress,
      kinds: HookKinds.default([]),
      active: z.boolean().default(true),
    }),
    answer: z.strictObject({ webhook: Webhook, secret: z.string() }),
  }),
  'PATCH /workspaces/{workspaceId}/webhooks/{webhookId}': endpoint({
    summary: 'Change where a webhook sends to and what, or switch it on or off. On again, it goes on where it stopped.',
    permission: 'webhook:manage',
    params: webhook,
    body: z.strictObject({ version: Version, address: HookAddress, kinds: HookKinds, active: z.boolean() }),
    answer: Webhook,
  }),
  'DELETE /workspaces/{workspaceId}/webhooks/{webhookId}': endpoint({
    summary: 'Remove a webhook, with what it has sent.',
    permission: 'webhook:manage',
    params: webhook,
    answer: Done,
  }),
  'POST /workspaces/{workspaceId}/webhooks/{webhookId}/secret': endpoint({
    summary: 'Give a webhook a new secret, which is in this answer only; the old one is good for nothing from now on.',
    permission: 'webhook:manage',
    params: webhook,
    answer: z.strictObject({ secret: z.string() }),
  }),
  'POST /workspaces/{workspaceId}/webhooks/{webhookId}/test': endpoint({
    summary: 'Send a message that says nothing, to see whether it arrives.',
    permission: 'webhook:manage',
    params: webhook,
    answer: Delivery,
  }),
  'GET /workspaces/{workspaceId}/webhooks/{webhookId}/deliveries': endpoint({
    summary: 'What a webhook has sent in the last 30 days or is about to, newest first.',
    permission: 'webhook:manage',
    params: webhook,
    query: z.strictObject(Paging),
    answer: page(Delivery),
  }),
  'POST /workspaces/{workspaceId}/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver': endpoint({
    summary: 'Send a message again, with the same id, so that whoever has it already can tell.',
    permission: 'webhook:manage',
    params: z.strictObject({ workspaceId: Id, webhookId: Id, deliveryId: Id }),
    answer: Delivery,
  }),
}
