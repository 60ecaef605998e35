import { route } from '@/app/_door/route'
import { listSessions } from '@/server/people/me'

export const GET = route('GET /me/sessions', (actor, { query }) => listSessions(actor, query))
