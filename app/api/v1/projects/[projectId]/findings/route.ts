import { route } from '@/app/_door/route'
import { createFinding } from '@/server/findings/create-finding'
import { listFindings } from '@/server/findings/list-findings'

export const GET = route('GET /projects/{projectId}/findings', (actor, { params, query }) =>
  listFindings(actor, params.projectId, query),
)

export const POST = route('POST /projects/{projectId}/findings', (actor, { params, body }) =>
  createFinding(actor, params.projectId, body),
)
