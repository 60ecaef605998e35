import { route } from '@/app/_door/route'
import { listDocumentActivity } from '@/server/activity/list-activity'

export const GET = route('GET /documents/{documentId}/activity', (actor, { params, query }) =>
  listDocumentActivity(actor, params.documentId, query),
)
