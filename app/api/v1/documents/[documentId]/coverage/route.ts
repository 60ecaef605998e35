import { route } from '@/app/_door/route'
import { readCoverage } from '@/server/claims/read-coverage'

export const GET = route('GET /documents/{documentId}/coverage', (actor, { params, query }) =>
  readCoverage(actor, params.documentId, query),
)
