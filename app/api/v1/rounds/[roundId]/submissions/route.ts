import { route } from '@/app/_door/route'
import { listSubmissions } from '@/server/reviews/list-submissions'

export const GET = route('GET /rounds/{roundId}/submissions', (actor, { params, query }) =>
  listSubmissions(actor, params.roundId, query),
)
