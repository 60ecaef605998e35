import { route } from '@/app/_door/route'
import { revokeInvitation } from '@/server/people/invitations'

export const DELETE = route('DELETE /workspaces/{workspaceId}/invitations/{invitationId}', (actor, { params }) =>
  revokeInvitation(actor, params.workspaceId, params.invitationId),
)
