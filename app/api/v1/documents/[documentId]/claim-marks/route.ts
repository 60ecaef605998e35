import { route } from '@/app/_door/route'
import { listClaimMarks } from '@/server/claims/list-claim-marks'

export const GET = route('GET /documents/{documentId}/claim-marks', (actor, { params, query }) =>
  listClaimMarks(actor, params.documentId, query),
)
