import { route } from '@/app/_door/route'
import { cancelRound } from '@/server/reviews/cancel-round'

export const POST = route('POST /rounds/{roundId}/cancel', (actor, { params, body }) =>
  cancelRound(actor, params.roundId, body),
)
