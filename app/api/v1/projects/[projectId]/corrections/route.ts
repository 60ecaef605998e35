import { route } from '@/app/_door/route'
import { proposeCorrection } from '@/server/findings/change-correction'
import { listCorrections } from '@/server/findings/list-corrections'

export const GET = route('GET /projects/{projectId}/corrections', (actor, { params, query }) =>
  listCorrections(actor, params.projectId, query),
)

export const POST = route('POST /projects/{projectId}/corrections', (actor, { params, body }) =>
  proposeCorrection(actor, params.projectId, body),
)
