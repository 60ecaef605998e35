import { route } from '@/app/_door/route'
import { turnOffFactor } from '@/server/people/second-factor'

export const POST = route('POST /me/second-factor/off', (actor, { body }) => turnOffFactor(actor, body))
