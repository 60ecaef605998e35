import { route } from '@/app/_door/route'
import { listLabelUses } from '@/server/projects/label-uses'

export const GET = route('GET /projects/{projectId}/label-uses', (actor, { params, query }) =>
  listLabelUses(actor, params.projectId, query),
)
