import { route } from '@/app/_door/route'
import { createRelation } from '@/server/claims/create-relation'
import { listRelations } from '@/server/claims/list-relations'

export const GET = route('GET /projects/{projectId}/relations', (actor, { params, query }) =>
  listRelations(actor, params.projectId, query),
)

export const POST = route('POST /projects/{projectId}/relations', (actor, { params, body }) =>
  createRelation(actor, params.projectId, body),
)
