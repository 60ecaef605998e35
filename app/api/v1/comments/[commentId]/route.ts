import { route } from '@/app/_door/route'
import { deleteComment } from '@/server/threads/delete-comment'
import { editComment } from '@/server/threads/edit-comment'

export const PATCH = route('PATCH /comments/{commentId}', (actor, { params, body }) =>
  editComment(actor, params.commentId, body),
)

export const DELETE = route('DELETE /comments/{commentId}', (actor, { params }) =>
  deleteComment(actor, params.commentId),
)
