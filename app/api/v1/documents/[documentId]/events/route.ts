import { route } from '@/app/_door/route'
import { listEvents } from '@/server/list-events'

export const GET = route('GET /documents/{documentId}/events', (actor, { params, query }) =>
  listEvents(actor, 'document', params.documentId, query),
)
