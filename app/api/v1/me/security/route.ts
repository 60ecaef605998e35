import { route } from '@/app/_door/route'
import { getSecurity } from '@/server/people/accounts'

export const GET = route('GET /me/security', (actor) => getSecurity(actor))
