import { route } from '@/app/_door/route'
import { getMe, renameMe } from '@/server/people/me'

export const GET = route('GET /me', (actor) => getMe(actor))

export const PATCH = route('PATCH /me', (actor, { body }) => renameMe(actor, body.name))
