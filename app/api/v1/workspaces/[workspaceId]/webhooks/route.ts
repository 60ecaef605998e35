import { route } from '@/app/_door/route'
import { createWebhook } from '@/server/webhooks/create-webhook'
import { listWebhooks } from '@/server/webhooks/list-webhooks'

export const GET = route('GET /workspaces/{workspaceId}/webhooks', (actor, { params, query }) =>
  listWebhooks(actor, params.workspaceId, query),
)

export const POST = route('POST /workspaces/{workspaceId}/webhooks', (actor, { params, body }) =>
  createWebhook(actor, params.workspaceId, body),
)
