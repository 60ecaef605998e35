import { route } from '@/app/_door/route'
import { createClaim } from '@/server/claims/create-claim'
import { listClaims } from '@/server/claims/list-claims'

export const GET = route('GET /projects/{projectId}/claims', (actor, { params, query }) =>
  listClaims(actor, params.projectId, query),
)

export const POST = route('POST /projects/{projectId}/claims', (actor, { params, body }) =>
  createClaim(actor, params.projectId, body),
)
