import { route } from '@/app/_door/route'
import { getProject } from '@/server/projects/list-projects'
import { updateProject } from '@/server/projects/update-project'

export const GET = route('GET /projects/{projectId}', (actor, { params }) => getProject(actor, params.projectId))

export const PATCH = route('PATCH /projects/{projectId}', (actor, { params, body }) =>
  updateProject(actor, params.projectId, body),
)
