import { route } from '@/app/_door/route'
import { listTags } from '@/server/annotations/list-tags'

export const GET = route('GET /projects/{projectId}/tags', (actor, { params, query }) =>
  listTags(actor, params.projectId, query),
)
