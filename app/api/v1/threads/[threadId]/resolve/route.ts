import { route } from '@/app/_door/route'
import { resolveThread } from '@/server/threads/resolve-thread'

export const POST = route('POST /threads/{threadId}/resolve', (actor, { params, body }) =>
  resolveThread(actor, params.threadId, body.reason),
)
