import { z } from 'zod'
import { Done, endpoint, Id, Moment, page, Paging } from '../endpoint'
import { Notification } from './notification'

export const notificationEndpoints = {
  'GET /me/notifications': endpoint({
    summary: 'What happened to you, newest first; only what you may read now.',
    permission: 'signed-in',
    query: z.strictObject({ ...Paging, unread: z.enum(['true', 'false']).default('false') }),
    answer: page(Notification),
  }),
  'GET /me/notifications/unread': endpoint({
    summary: 'How many of your notifications are unread, counted up to 100.',
    permission: 'signed-in',
    answer: z.strictObject({ count: z.int().nonnegative() }),
  }),
  'POST /me/notifications/read': endpoint({
    summary: 'Mark all of your notifications as read that came up to a moment.',
    permission: 'signed-in',
    body: z.strictObject({ until: Moment }),
    answer: Done,
  }),
  'POST /me/notifications/{notificationId}/read': endpoint({
    summary: 'Mark one of your notifications as read.',
    permission: 'signed-in',
    params: z.strictObject({ notificationId: Id }),
    answer: Done,
  }),
}
