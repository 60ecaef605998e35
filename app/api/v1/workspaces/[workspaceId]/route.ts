import { route } from '@/app/_door/route'
import { getWorkspace, renameWorkspace } from '@/server/people/workspaces'

export const GET = route('GET /workspaces/{workspaceId}', (actor, { params }) =>
  getWorkspace(actor, params.workspaceId),
)

export const PATCH = route('PATCH /workspaces/{workspaceId}', (actor, { params, body }) =>
  renameWorkspace(actor, params.workspaceId, body),
)
