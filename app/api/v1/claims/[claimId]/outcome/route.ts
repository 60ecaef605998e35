import { route } from '@/app/_door/route'
import { getOutcome, recordOutcome } from '@/server/findings/record-outcome'

export const GET = route('GET /claims/{claimId}/outcome', (actor, { params }) => getOutcome(actor, params.claimId))

export const PUT = route('PUT /claims/{claimId}/outcome', (actor, { params, body }) =>
  recordOutcome(actor, params.claimId, body),
)
