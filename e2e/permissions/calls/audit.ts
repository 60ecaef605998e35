import type { auditEndpoints } from '@/domain/audit/endpoints'
import type { CallsOf } from './call'

export const auditCalls: CallsOf<keyof typeof auditEndpoints> = {
  'GET /workspaces/{workspaceId}/audit': [
    { on: 'workspace', query: ({ userId }) => ({ person: userId, kind: 'documents', from: '2025-01-01' }) },
  ],
  'GET /workspaces/{workspaceId}/audit.csv': [{ on: 'workspace', query: ({ userId }) => ({ person: userId }) }],
}
