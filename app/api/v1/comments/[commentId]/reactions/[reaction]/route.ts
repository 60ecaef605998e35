import { route } from '@/app/_door/route'
import { react, unreact } from '@/server/threads/react'

export const PUT = route('PUT /comments/{commentId}/reactions/{reaction}', (actor, { params }) =>
  react(actor, params.commentId, params.reaction),
)

export const DELETE = route('DELETE /comments/{commentId}/reactions/{reaction}', (actor, { params }) =>
  unreact(actor, params.commentId, params.reaction),
)
