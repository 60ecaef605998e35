import { route } from '@/app/_door/route'
import { retractSource } from '@/server/evidence/change-source'

export const POST = route('POST /sources/{sourceId}/retract', (actor, { params, body }) =>
  retractSource(actor, params.sourceId, body),
)
