import { route } from '@/app/_door/route'
import { askReset } from '@/server/people/reset'

export const POST = route('POST /password-resets', (_, { body }) => askReset(body.email))
