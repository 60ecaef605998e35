import { route } from '@/app/_door/route'
import { listProjectPeople } from '@/server/people/project-people'

export const GET = route('GET /projects/{projectId}/people', (actor, { params, query }) =>
  listProjectPeople(actor, params.projectId, query),
)
