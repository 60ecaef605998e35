import { route } from '@/app/_door/route'
import { revokeSession } from '@/server/people/me'

export const DELETE = route('DELETE /me/sessions/{sessionId}', (actor, { params }) =>
  revokeSession(actor, params.sessionId),
)
