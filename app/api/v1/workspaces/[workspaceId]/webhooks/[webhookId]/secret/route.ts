import { route } from '@/app/_door/route'
import { renewSecret } from '@/server/webhooks/change-webhook'

export const POST = route('POST /workspaces/{workspaceId}/webhooks/{webhookId}/secret', (actor, { params }) =>
  renewSecret(actor, params.workspaceId, params.webhookId),
)
