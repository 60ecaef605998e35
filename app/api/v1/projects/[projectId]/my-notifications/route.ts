import { route } from '@/app/_door/route'
import { chooseHere, getProjectChoice } from '@/server/notifications/choices'

export const GET = route('GET /projects/{projectId}/my-notifications', (actor, { params }) =>
  getProjectChoice(actor, params.projectId),
)
export const PUT = route('PUT /projects/{projectId}/my-notifications', (actor, { params, body }) =>
  chooseHere(actor, params.projectId, body),
)
