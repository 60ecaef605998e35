import { route } from '@/app/_door/route'
import { reopenClaim } from '@/server/claims/reopen-claim'

export const POST = route('POST /claims/{claimId}/reopen', (actor, { params, body }) =>
  reopenClaim(actor, params.claimId, body),
)
