import { route } from '@/app/_door/route'
import { retractFinding } from '@/server/findings/retract-finding'

export const POST = route('POST /findings/{findingId}/retract', (actor, { params, body }) =>
  retractFinding(actor, params.findingId, body),
)
