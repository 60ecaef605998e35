import { route } from '@/app/_door/route'
import { getFinding } from '@/server/findings/list-findings'
import { updateFinding } from '@/server/findings/update-finding'

export const GET = route('GET /findings/{findingId}', (actor, { params }) => getFinding(actor, params.findingId))

export const PATCH = route('PATCH /findings/{findingId}', (actor, { params, body }) =>
  updateFinding(actor, params.findingId, body),
)
