import { route } from '@/app/_door/route'
import { listVersions } from '@/server/documents/list-versions'

export const GET = route('GET /documents/{documentId}/versions', (actor, { params, query }) =>
  listVersions(actor, params.documentId, query),
)
