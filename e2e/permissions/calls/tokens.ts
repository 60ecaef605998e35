import { v7 } from 'uuid'
import type { tokenEndpoints } from '@/domain/tokens/endpoints'
import type { CallsOf } from './call'

export const tokenCalls: CallsOf<keyof typeof tokenEndpoints> = {
  'GET /me/tokens': [{ on: 'nothing' }],
  'POST /workspaces/{workspaceId}/tokens': [
    { on: 'workspace', body: () => ({ id: v7(), name: 'Nightly export', scope: 'read', days: 30 }) },
  ],
  'DELETE /me/tokens/{tokenId}': [{ on: 'token' }],
}
