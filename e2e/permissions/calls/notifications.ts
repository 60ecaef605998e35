import type { notificationEndpoints } from '@/domain/notifications/endpoints'
import type { CallsOf } from './call'

export const notificationCalls: CallsOf<keyof typeof notificationEndpoints> = {
  'GET /me/notifications': [{ on: 'nothing' }],
  'GET /me/notifications/unread': [{ on: 'nothing' }],
  'POST /me/notifications/read': [{ on: 'nothing', body: () => ({ until: '2025-01-01T00:00:00.000Z' }) }],
  'POST /me/notifications/{notificationId}/read': [{ on: 'notification' }],
}
