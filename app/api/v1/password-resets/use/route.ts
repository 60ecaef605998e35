import { route } from '@/app/_door/route'
import { resetPassword } from '@/server/people/reset'

export const POST = route('POST /password-resets/use', (_, { body }) => resetPassword(body.token, body.password))
