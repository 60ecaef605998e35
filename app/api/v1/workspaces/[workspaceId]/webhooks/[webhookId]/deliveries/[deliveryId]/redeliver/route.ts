import { route } from '@/app/_door/route'
import { redeliver } from '@/server/webhooks/send-by-hand'

export const POST = route(
  'POST /workspaces/{workspaceId}/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver',
  (actor, { params }) => redeliver(actor, params.workspaceId, params.webhookId, params.deliveryId),
)
