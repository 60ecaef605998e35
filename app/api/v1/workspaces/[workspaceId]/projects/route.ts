import { route } from '@/app/_door/route'
import { createProject } from '@/server/projects/create-project'
import { listProjects } from '@/server/projects/list-projects'

export const GET = route('GET /workspaces/{workspaceId}/projects', (actor, { params, query }) =>
  listProjects(actor, params.workspaceId, query),
)

export const POST = route('POST /workspaces/{workspaceId}/projects', (actor, { params, body }) =>
  createProject(actor, params.workspaceId, body),
)
