import { route } from '@/app/_door/route'
import { listDeliveries } from '@/server/webhooks/list-webhooks'

export const GET = route('GET /workspaces/{workspaceId}/webhooks/{webhookId}/deliveries', (actor, { params, query }) =>
  listDeliveries(actor, params.workspaceId, params.webhookId, query),
)
