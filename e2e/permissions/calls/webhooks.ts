import { v7 } from 'uuid'
import type { webhookEndpoints } from '@/domain/webhooks/endpoints'
import type { CallsOf } from './call'

const address = 'https://hooks.example.org/assay'

/** All are switched off: what they send would move while others look. */
export const webhookCalls: CallsOf<keyof typeof webhookEndpoints> = {
  'GET /workspaces/{workspaceId}/webhooks': [{ on: 'workspace' }],
  'POST /workspaces/{workspaceId}/webhooks': [
    { on: 'workspace', body: () => ({ id: v7(), address, kinds: ['claim.approved'], active: false }) },
  ],
  'PATCH /workspaces/{workspaceId}/webhooks/{webhookId}': [
    { on: 'webhook', body: () => ({ version: 1, address, kinds: [], active: false }) },
  ],
  'DELETE /workspaces/{workspaceId}/webhooks/{webhookId}': [{ on: 'webhook' }],
  'POST /workspaces/{workspaceId}/webhooks/{webhookId}/secret': [{ on: 'webhook' }],
  'POST /workspaces/{workspaceId}/webhooks/{webhookId}/test': [{ on: 'webhook' }],
  'GET /workspaces/{workspaceId}/webhooks/{webhookId}/deliveries': [{ on: 'webhook' }],
  'POST /workspaces/{workspaceId}/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver': [{ on: 'webhook' }],
}
