import { route } from '@/app/_door/route'
import { listFindingVersions } from '@/server/findings/list-findings'

export const GET = route('GET /findings/{findingId}/versions', (actor, { params, query }) =>
  listFindingVersions(actor, params.findingId, query),
)
