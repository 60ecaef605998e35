import { route } from '@/app/_door/route'
import { renewRecoveryCodes } from '@/server/people/second-factor'

export const POST = route('POST /me/second-factor/codes', (actor, { body }) => renewRecoveryCodes(actor, body))
