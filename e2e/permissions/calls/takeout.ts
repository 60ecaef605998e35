import { v7 } from 'uuid'
import type { takeoutEndpoints } from '@/domain/takeout/endpoints'
import type { CallsOf } from './call'

export const takeoutCalls: CallsOf<keyof typeof takeoutEndpoints> = {
  'POST /workspaces/{workspaceId}/exports': [{ on: 'workspace', body: () => ({ id: v7() }) }],
  'GET /workspaces/{workspaceId}/exports/{exportId}': [{ on: 'archive' }],
  'GET /me/data': [{ on: 'nothing' }],
}
