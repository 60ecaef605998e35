import { route } from '@/app/_door/route'
import { triageClaim } from '@/server/claims/triage-claim'

export const POST = route('POST /claims/{claimId}/triage', (actor, { params, body }) =>
  triageClaim(actor, params.claimId, body),
)
