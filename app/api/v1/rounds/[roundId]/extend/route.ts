import { route } from '@/app/_door/route'
import { extendRound } from '@/server/reviews/extend-round'

export const POST = route('POST /rounds/{roundId}/extend', (actor, { params, body }) =>
  extendRound(actor, params.roundId, body),
)
