import { route } from '@/app/_door/route'
import { getRetention, setRetention } from '@/server/people/retention'

export const GET = route('GET /workspaces/{workspaceId}/retention', (actor, { params }) =>
  getRetention(actor, params.workspaceId),
)

export const PUT = route('PUT /workspaces/{workspaceId}/retention', (actor, { params, body }) =>
  setRetention(actor, params.workspaceId, body),
)
