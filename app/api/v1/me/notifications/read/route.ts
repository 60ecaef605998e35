import { route } from '@/app/_door/route'
import { markAllRead } from '@/server/notifications/mark-read'

export const POST = route('POST /me/notifications/read', (actor, { body }) => markAllRead(actor, body))
