import { route } from '@/app/_door/route'
import { markRead } from '@/server/notifications/mark-read'

export const POST = route('POST /me/notifications/{notificationId}/read', (actor, { params }) =>
  markRead(actor, params.notificationId),
)
