import { route } from '@/app/_door/route'
import { updateSource } from '@/server/evidence/change-source'
import { getSource } from '@/server/evidence/list-sources'

export const GET = route('GET /sources/{sourceId}', (actor, { params }) => getSource(actor, params.sourceId))

export const PATCH = route('PATCH /sources/{sourceId}', (actor, { params, body }) =>
  updateSource(actor, params.sourceId, body),
)
