import { route } from '@/app/_door/route'
import { openReview } from '@/server/reviews/open-review'

export const POST = route('POST /projects/{projectId}/reviews', (actor, { params, body }) =>
  openReview(actor, params.projectId, body),
)
