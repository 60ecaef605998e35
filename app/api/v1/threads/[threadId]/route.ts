import { route } from '@/app/_door/route'
import { getThread } from '@/server/threads/get-thread'

export const GET = route('GET /threads/{threadId}', (actor, { params }) => getThread(actor, params.threadId))
