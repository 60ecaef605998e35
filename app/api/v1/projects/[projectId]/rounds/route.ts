import { route } from '@/app/_door/route'
import { listRounds } from '@/server/reviews/list-rounds'

export const GET = route('GET /projects/{projectId}/rounds', (actor, { params, query }) =>
  listRounds(actor, params.projectId, query),
)
