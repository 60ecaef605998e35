import { route } from '@/app/_door/route'
import { correctFinding } from '@/server/findings/publish-finding'

export const POST = route('POST /findings/{findingId}/correct', (actor, { params, body }) =>
  correctFinding(actor, params.findingId, body),
)
