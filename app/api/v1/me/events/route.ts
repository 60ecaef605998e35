import { route } from '@/app/_door/route'
import { listEvents } from '@/server/list-events'

export const GET = route('GET /me/events', (actor, { query }) => listEvents(actor, 'person', actor.id, query))
