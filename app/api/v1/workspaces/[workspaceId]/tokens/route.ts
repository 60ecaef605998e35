import { route } from '@/app/_door/route'
import { createToken } from '@/server/tokens/create-token'

export const POST = route('POST /workspaces/{workspaceId}/tokens', (actor, { params, body }) =>
  createToken(actor, params.workspaceId, body),
)
