import { route } from '@/app/_door/route'
import { listMembers } from '@/server/people/members'

export const GET = route('GET /workspaces/{workspaceId}/members', (actor, { params, query }) =>
  listMembers(actor, params.workspaceId, query),
)
