import type { notificationEndpoints } from '@/domain/notifications/endpoints'
import type { waitingEndpoints } from '@/domain/waiting/endpoints'
import type { CallsOf } from './call'

export const notificationCalls: CallsOf<keyof (typeof notificationEndpoints & typeof waitingEndpoints)> = {
  'GET /me/waiting': [{ on: 'nothing' }],
  'GET /me/notifications': [{ on: 'nothing' }],
  'GET /me/notifications/unread': [{ on: 'nothing' }],
  'POST /me/notifications/read': [{ on: 'nothing', body: () => ({ until: '2025-01-01T00:00:00.000Z' }) }],
  'POST /me/notifications/{notificationId}/read': [{ on: 'notification' }],
  'GET /me/notification-choices': [{ on: 'nothing' }],
  'PUT /me/notification-choices': [{ on: 'nothing', spends: true, body: () => ({ level: 'calls', mail: 'never' }) }],
  'GET /projects/{projectId}/my-notifications': [{ on: 'project' }],
  'PUT /projects/{projectId}/my-notifications': [
    { on: 'project', body: () => ({ here: { level: 'none', mail: 'never' } }) },
  ],
}
