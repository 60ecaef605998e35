import { route } from '@/app/_door/route'
import { unsignFinding } from '@/server/findings/sign-finding'

export const POST = route('POST /findings/{findingId}/unsign', (actor, { params }) =>
  unsignFinding(actor, params.findingId),
)
