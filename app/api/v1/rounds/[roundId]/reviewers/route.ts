import { route } from '@/app/_door/route'
import { changeReviewers } from '@/server/reviews/change-reviewers'

export const POST = route('POST /rounds/{roundId}/reviewers', (actor, { params, body }) =>
  changeReviewers(actor, params.roundId, body),
)
