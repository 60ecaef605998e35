import { route } from '@/app/_door/route'
import { removeWebhook, updateWebhook } from '@/server/webhooks/change-webhook'

export const PATCH = route('PATCH /workspaces/{workspaceId}/webhooks/{webhookId}', (actor, { params, body }) =>
  updateWebhook(actor, params.workspaceId, params.webhookId, body),
)

export const DELETE = route('DELETE /workspaces/{workspaceId}/webhooks/{webhookId}', (actor, { params }) =>
  removeWebhook(actor, params.workspaceId, params.webhookId),
)
