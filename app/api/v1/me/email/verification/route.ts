import { route } from '@/app/_door/route'
import { askVerification } from '@/server/people/email'

export const POST = route('POST /me/email/verification', (actor) => askVerification(actor))
