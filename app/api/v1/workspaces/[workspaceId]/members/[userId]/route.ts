import { route } from '@/app/_door/route'
import { changeRole, removeMember } from '@/server/people/members'

export const PATCH = route('PATCH /workspaces/{workspaceId}/members/{userId}', (actor, { params, body }) =>
  changeRole(actor, params.workspaceId, params.userId, body.role),
)

export const DELETE = route('DELETE /workspaces/{workspaceId}/members/{userId}', (actor, { params }) =>
  removeMember(actor, params.workspaceId, params.userId),
)
