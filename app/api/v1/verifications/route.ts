import { route } from '@/app/_door/route'
import { verifyEmail } from '@/server/people/email'

export const POST = route('POST /verifications', (_, { body }) => verifyEmail(body.token))
