import { route } from '@/app/_door/route'
import { createOccurrence } from '@/server/claims/create-occurrence'
import { listOccurrences } from '@/server/claims/list-occurrences'

export const GET = route('GET /claims/{claimId}/occurrences', (actor, { params, query }) =>
  listOccurrences(actor, params.claimId, query),
)

export const POST = route('POST /claims/{claimId}/occurrences', (actor, { params, body }) =>
  createOccurrence(actor, params.claimId, body),
)
