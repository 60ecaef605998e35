import { route } from '@/app/_door/route'
import { mergeClaim } from '@/server/claims/merge-claim'

export const POST = route('POST /claims/{claimId}/merge', (actor, { params, body }) =>
  mergeClaim(actor, params.claimId, body),
)
