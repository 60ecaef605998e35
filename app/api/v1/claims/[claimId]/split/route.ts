import { route } from '@/app/_door/route'
import { splitClaim } from '@/server/claims/split-claim'

export const POST = route('POST /claims/{claimId}/split', (actor, { params, body }) =>
  splitClaim(actor, params.claimId, body),
)
