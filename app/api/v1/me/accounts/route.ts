import { route } from '@/app/_door/route'
import { beginLinking } from '@/server/people/accounts'

export const POST = route('POST /me/accounts', (actor, { body }) => beginLinking(actor, body))
