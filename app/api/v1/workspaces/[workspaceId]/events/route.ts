import { route } from '@/app/_door/route'
import { listEvents } from '@/server/list-events'

export const GET = route('GET /workspaces/{workspaceId}/events', (actor, { params, query }) =>
  listEvents(actor, 'workspace', params.workspaceId, query),
)
