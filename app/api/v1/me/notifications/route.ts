import { route } from '@/app/_door/route'
import { listNotifications } from '@/server/notifications/list-notifications'

export const GET = route('GET /me/notifications', (actor, { query }) => listNotifications(actor, query))
