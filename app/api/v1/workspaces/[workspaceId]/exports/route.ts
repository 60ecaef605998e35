import { route } from '@/app/_door/route'
import { exportWorkspace } from '@/server/takeout/export-workspace'

export const POST = route('POST /workspaces/{workspaceId}/exports', (actor, { params, body }) =>
  exportWorkspace(actor, params.workspaceId, body),
)
