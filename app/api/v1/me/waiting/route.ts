import { route } from '@/app/_door/route'
import { listWaiting } from '@/server/waiting/list-waiting'

export const GET = route('GET /me/waiting', (actor) => listWaiting(actor))
