import { file } from '@/app/_door/file'
import { route } from '@/app/_door/route'
import { getClaimReview } from '@/server/reports/claim-review'

export const GET = route('GET /findings/{findingId}/claim-review', async (actor, { params }) =>
  file('claim-review.json', 'application/ld+json', await getClaimReview(actor, params.findingId)),
)
