import { route } from '@/app/_door/route'
import { setUp } from '@/server/people/set-up'

export const POST = route('POST /setup', (_, { body }) => setUp(body))
