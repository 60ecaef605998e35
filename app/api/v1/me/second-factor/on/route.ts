import { route } from '@/app/_door/route'
import { turnOnFactor } from '@/server/people/second-factor'

export const POST = route('POST /me/second-factor/on', (actor, { body }) => turnOnFactor(actor, body))
