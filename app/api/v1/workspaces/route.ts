import { route } from '@/app/_door/route'
import { createWorkspace, listWorkspaces } from '@/server/people/workspaces'

export const GET = route('GET /workspaces', (actor, { query }) => listWorkspaces(actor, query))

export const POST = route('POST /workspaces', (actor, { body }) => createWorkspace(actor, body))
