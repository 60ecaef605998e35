import { route } from '@/app/_door/route'
import { getRound } from '@/server/reviews/list-rounds'

export const GET = route('GET /rounds/{roundId}', (actor, { params }) => getRound(actor, params.roundId))
