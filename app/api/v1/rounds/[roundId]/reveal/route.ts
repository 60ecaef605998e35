import { route } from '@/app/_door/route'
import { revealRound } from '@/server/reviews/reveal-round'

export const POST = route('POST /rounds/{roundId}/reveal', (actor, { params, body }) =>
  revealRound(actor, params.roundId, body),
)
