import { route } from '@/app/_door/route'
import { acceptInvitation } from '@/server/people/join'

export const POST = route('POST /invitations/accept', (actor, { body }) => acceptInvitation(actor, body.token))
