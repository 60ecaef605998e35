import { route } from '@/app/_door/route'
import { listRevisions } from '@/server/threads/list-revisions'

export const GET = route('GET /comments/{commentId}/revisions', (actor, { params, query }) =>
  listRevisions(actor, params.commentId, query),
)
