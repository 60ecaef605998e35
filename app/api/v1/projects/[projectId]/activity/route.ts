import { route } from '@/app/_door/route'
import { listProjectActivity } from '@/server/activity/list-activity'

export const GET = route('GET /projects/{projectId}/activity', (actor, { params, query }) =>
  listProjectActivity(actor, params.projectId, query),
)
