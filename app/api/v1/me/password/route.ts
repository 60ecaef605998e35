import { route } from '@/app/_door/route'
import { changePassword } from '@/server/people/me'

export const POST = route('POST /me/password', (actor, { body }) => changePassword(actor, body))
