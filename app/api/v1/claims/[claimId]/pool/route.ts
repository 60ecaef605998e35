import { route } from '@/app/_door/route'
import { poolClaim } from '@/server/disagreement/pool-claim'

export const GET = route('GET /claims/{claimId}/pool', (actor, { params, query }) =>
  poolClaim(actor, params.claimId, query),
)
