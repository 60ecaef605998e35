import { route } from '@/app/_door/route'
import { createComment } from '@/server/threads/create-comment'
import { listComments } from '@/server/threads/list-comments'

export const GET = route('GET /threads/{threadId}/comments', (actor, { params, query }) =>
  listComments(actor, params.threadId, query),
)

export const POST = route('POST /threads/{threadId}/comments', (actor, { params, body }) =>
  createComment(actor, params.threadId, body),
)
