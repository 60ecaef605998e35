import { route } from '@/app/_door/route'
import { listClaimVersions } from '@/server/claims/list-claim-versions'

export const GET = route('GET /claims/{claimId}/versions', (actor, { params, query }) =>
  listClaimVersions(actor, params.claimId, query),
)
