import { route } from '@/app/_door/route'
import { createLabel, listLabels } from '@/server/projects/labels'

export const GET = route('GET /projects/{projectId}/labels', (actor, { params, query }) =>
  listLabels(actor, params.projectId, query),
)

export const POST = route('POST /projects/{projectId}/labels', (actor, { params, body }) =>
  createLabel(actor, params.projectId, body),
)
