import { route } from '@/app/_door/route'
import { chooseEverywhere, listChoices } from '@/server/notifications/choices'

export const GET = route('GET /me/notification-choices', (actor) => listChoices(actor))
export const PUT = route('PUT /me/notification-choices', (actor, { body }) => chooseEverywhere(actor, body))
