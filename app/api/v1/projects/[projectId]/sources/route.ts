import { route } from '@/app/_door/route'
import { createSource } from '@/server/evidence/change-source'
import { listSources } from '@/server/evidence/list-sources'

export const GET = route('GET /projects/{projectId}/sources', (actor, { params, query }) =>
  listSources(actor, params.projectId, query),
)

export const POST = route('POST /projects/{projectId}/sources', (actor, { params, body }) =>
  createSource(actor, params.projectId, body),
)
