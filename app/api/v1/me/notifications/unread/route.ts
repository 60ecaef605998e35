import { route } from '@/app/_door/route'
import { countUnread } from '@/server/notifications/list-notifications'

export const GET = route('GET /me/notifications/unread', (actor) => countUnread(actor))
