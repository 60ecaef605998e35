import { route } from '@/app/_door/route'
import { restoreWorkspace } from '@/server/people/delete-workspace'

export const POST = route('POST /workspaces/{workspaceId}/restore', (actor, { params }) =>
  restoreWorkspace(actor, params.workspaceId),
)
