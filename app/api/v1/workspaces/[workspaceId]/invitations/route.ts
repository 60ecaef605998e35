import { route } from '@/app/_door/route'
import { createInvitation, listInvitations } from '@/server/people/invitations'

export const GET = route('GET /workspaces/{workspaceId}/invitations', (actor, { params, query }) =>
  listInvitations(actor, params.workspaceId, query),
)

export const POST = route('POST /workspaces/{workspaceId}/invitations', (actor, { params, body }) =>
  createInvitation(actor, params.workspaceId, body),
)
