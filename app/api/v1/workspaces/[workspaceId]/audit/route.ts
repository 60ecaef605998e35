import { route } from '@/app/_door/route'
import { listAudit } from '@/server/audit/list-audit'

export const GET = route('GET /workspaces/{workspaceId}/audit', (actor, { params, query }) =>
  listAudit(actor, params.workspaceId, query),
)
