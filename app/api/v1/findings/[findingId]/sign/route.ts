import { route } from '@/app/_door/route'
import { signFinding } from '@/server/findings/sign-finding'

export const POST = route('POST /findings/{findingId}/sign', (actor, { params, body }) =>
  signFinding(actor, params.findingId, body),
)
