import { route } from '@/app/_door/route'
import { markSeen } from '@/server/threads/mark-seen'

export const POST = route('POST /threads/{threadId}/seen', (actor, { params }) => markSeen(actor, params.threadId))
