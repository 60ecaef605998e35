import { route } from '@/app/_door/route'
import { listEvents } from '@/server/list-events'

export const GET = route('GET /claims/{claimId}/events', (actor, { params, query }) =>
  listEvents(actor, 'claim', params.claimId, query),
)
