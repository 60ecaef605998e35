import { route } from '@/app/_door/route'
import { publishFinding } from '@/server/findings/publish-finding'

export const POST = route('POST /findings/{findingId}/publish', (actor, { params, body }) =>
  publishFinding(actor, params.findingId, body),
)
