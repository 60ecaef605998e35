import { route } from '@/app/_door/route'
import { listSpans } from '@/server/annotations/list-spans'

export const GET = route('GET /documents/{documentId}/spans', (actor, { params, query }) =>
  listSpans(actor, params.documentId, query),
)
