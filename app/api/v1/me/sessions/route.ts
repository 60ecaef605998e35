import { route } from '@/app/_door/route'
import { listSessions, revokeOtherSessions } from '@/server/people/me'

export const GET = route('GET /me/sessions', (actor, { query }) => listSessions(actor, query))

export const DELETE = route('DELETE /me/sessions', (actor) => revokeOtherSessions(actor))
