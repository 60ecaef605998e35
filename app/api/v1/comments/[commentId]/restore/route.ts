import { route } from '@/app/_door/route'
import { restoreComment } from '@/server/threads/delete-comment'

export const POST = route('POST /comments/{commentId}/restore', (actor, { params }) =>
  restoreComment(actor, params.commentId),
)
