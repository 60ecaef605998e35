import { z } from 'zod'
import { endpoint, Id, page, Paging } from '../endpoint'
import { AuditFilter, AuditLine, MOST_IN_FILE } from './audit'

const workspace = z.strictObject({ workspaceId: Id })

export const auditEndpoints = {
  'GET /workspaces/{workspaceId}/audit': endpoint({
    summary: 'Who did what in a workspace, newest first. Nothing of what is private or held by a seal.',
    permission: 'audit:read',
    params: workspace,
    query: AuditFilter.extend(Paging),
    answer: page(AuditLine),
  }),
  'GET /workspaces/{workspaceId}/audit.csv': endpoint({
    summary: `The same as CSV: the newest ${MOST_IN_FILE} lines.`,
    permission: 'audit:read',
    params: workspace,
    query: AuditFilter,
    answer: 'text/csv',
  }),
}
