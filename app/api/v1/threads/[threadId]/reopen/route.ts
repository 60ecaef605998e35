import { route } from '@/app/_door/route'
import { reopenThread } from '@/server/threads/resolve-thread'

export const POST = route('POST /threads/{threadId}/reopen', (actor, { params }) =>
  reopenThread(actor, params.threadId),
)
