import { route } from '@/app/_door/route'
import { clearClaim } from '@/server/claims/clear-claim'

export const POST = route('POST /claims/{claimId}/clear', (actor, { params, body }) =>
  clearClaim(actor, params.claimId, body),
)
