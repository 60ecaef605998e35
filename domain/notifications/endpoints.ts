import { z } from 'zod'
import { Done, endpoint, Id, Moment, page, Paging } from '../endpoint'
import { NotificationChoice, NotificationChoices, ProjectChoice } from './choice'
import { Notification } from './notification'

export const notificationEndpoints = {
  'GET /me/notifications': endpoint({
    summary: 'What happened to you, newest first; only what you may read now.',
    permission: 'signed-in',
    tokens: true,
    query: z.strictObject({ ...Paging, unread: z.enum(['true', 'false']).default('false') }),
    answer: page(Notification),
  }),
  'GET /me/notifications/unread': endpoint({
    summary: 'How many of your notifications are unread, counted up to 100.',
    permission: 'signed-in',
    tokens: true,
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
  'GET /me/notification-choices': endpoint({
    summary: 'What you wish to be told, and how: everywhere, and in projects where you chose otherwise.',
    permission: 'signed-in',
    answer: NotificationChoices,
  }),
  'PUT /me/notification-choices': endpoint({
    summary: 'Choose what you are told in every project without a choice of its own.',
    permission: 'signed-in',
    body: NotificationChoice,
    answer: NotificationChoices,
  }),
  'GET /projects/{projectId}/my-notifications': endpoint({
    summary: 'What you wish to be told in a project.',
    permission: 'project:read',
    tokens: false,
    params: z.strictObject({ projectId: Id }),
    answer: ProjectChoice,
  }),
  'PUT /projects/{projectId}/my-notifications': endpoint({
    summary: 'Choose what you are told in a project; null is what holds everywhere.',
    permission: 'project:read',
    tokens: false,
    params: z.strictObject({ projectId: Id }),
    body: z.strictObject({ here: NotificationChoice.nullable() }),
    answer: ProjectChoice,
  }),
}
