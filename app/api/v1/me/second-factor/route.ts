import { route } from '@/app/_door/route'
import { beginFactor } from '@/server/people/second-factor'

export const POST = route('POST /me/second-factor', (actor, { body }) => beginFactor(actor, body))
