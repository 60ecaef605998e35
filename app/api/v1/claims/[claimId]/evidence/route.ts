import { route } from '@/app/_door/route'
import { addEvidence } from '@/server/evidence/add-evidence'
import { listEvidence } from '@/server/evidence/list-evidence'

export const GET = route('GET /claims/{claimId}/evidence', (actor, { params, query }) =>
  listEvidence(actor, params.claimId, query),
)

export const POST = route('POST /claims/{claimId}/evidence', (actor, { params, body }) =>
  addEvidence(actor, params.claimId, body),
)
