import { file } from '@/app/_door/file'
import { route } from '@/app/_door/route'
import { auditFile } from '@/server/audit/audit-file'

export const GET = route('GET /workspaces/{workspaceId}/audit.csv', async (actor, { params, query }) =>
  file('audit.csv', 'text/csv; charset=utf-8; header=present', await auditFile(actor, params.workspaceId, query)),
)
