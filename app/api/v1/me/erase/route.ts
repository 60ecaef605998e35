import { route } from '@/app/_door/route'
import { eraseMe } from '@/server/people/erase-me'

export const POST = route('POST /me/erase', (actor, { body }) => eraseMe(actor, body))
