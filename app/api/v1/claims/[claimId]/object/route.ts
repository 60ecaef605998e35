import { route } from '@/app/_door/route'
import { objectToClaim } from '@/server/reviews/object-to-claim'

export const POST = route('POST /claims/{claimId}/object', (actor, { params, body }) =>
  objectToClaim(actor, params.claimId, body),
)
