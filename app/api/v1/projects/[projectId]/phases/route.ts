import { route } from '@/app/_door/route'
import { listPhases } from '@/server/seals/list-phases'
import { openPhase } from '@/server/seals/open-phase'

export const GET = route('GET /projects/{projectId}/phases', (actor, { params, query }) =>
  listPhases(actor, params.projectId, query),
)

export const POST = route('POST /projects/{projectId}/phases', (actor, { params, body }) =>
  openPhase(actor, params.projectId, body),
)
