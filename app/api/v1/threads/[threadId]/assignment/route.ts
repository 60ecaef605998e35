import { route } from '@/app/_door/route'
import { assignThread } from '@/server/threads/assign-thread'

export const PUT = route('PUT /threads/{threadId}/assignment', (actor, { params, body }) =>
  assignThread(actor, params.threadId, body),
)
