import { route } from '@/app/_door/route'
import { listClaimRounds } from '@/server/reviews/list-rounds'
import { reviewAgain } from '@/server/reviews/review-again'

export const GET = route('GET /claims/{claimId}/rounds', (actor, { params, query }) =>
  listClaimRounds(actor, params.claimId, query),
)

export const POST = route('POST /claims/{claimId}/rounds', (actor, { params, body }) =>
  reviewAgain(actor, params.claimId, body),
)
