import { route } from '@/app/_door/route'
import { sendTest } from '@/server/webhooks/send-by-hand'

export const POST = route('POST /workspaces/{workspaceId}/webhooks/{webhookId}/test', (actor, { params }) =>
  sendTest(actor, params.workspaceId, params.webhookId),
)
