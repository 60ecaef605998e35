import { route } from '@/app/_door/route'
import { revokeToken } from '@/server/tokens/revoke-token'

export const DELETE = route('DELETE /me/tokens/{tokenId}', (actor, { params }) => revokeToken(actor, params.tokenId))
