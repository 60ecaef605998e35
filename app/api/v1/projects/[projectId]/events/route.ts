import { route } from '@/app/_door/route'
import { listEvents } from '@/server/list-events'

export const GET = route('GET /projects/{projectId}/events', (actor, { params, query }) =>
  listEvents(actor, 'project', params.projectId, query),
)
