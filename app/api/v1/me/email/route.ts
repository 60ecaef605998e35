import { route } from '@/app/_door/route'
import { askNewEmail } from '@/server/people/email'

export const POST = route('POST /me/email', (actor, { body }) => askNewEmail(actor, body))
