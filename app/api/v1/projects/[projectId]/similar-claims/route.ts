import { route } from '@/app/_door/route'
import { listSimilarClaims } from '@/server/claims/list-similar-claims'

export const GET = route('GET /projects/{projectId}/similar-claims', (actor, { params, query }) =>
  listSimilarClaims(actor, params.projectId, query),
)
