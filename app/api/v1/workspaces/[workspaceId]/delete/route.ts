import { route } from '@/app/_door/route'
import { deleteWorkspace } from '@/server/people/delete-workspace'

export const POST = route('POST /workspaces/{workspaceId}/delete', (actor, { params, body }) =>
  deleteWorkspace(actor, params.workspaceId, body),
)
