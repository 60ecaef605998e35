import { route } from '@/app/_door/route'
import { removeRelation, settleRelation } from '@/server/claims/change-relation'
import { getRelation } from '@/server/claims/list-relations'

export const GET = route('GET /relations/{relationId}', (actor, { params }) => getRelation(actor, params.relationId))

export const PATCH = route('PATCH /relations/{relationId}', (actor, { params, body }) =>
  settleRelation(actor, params.relationId, body),
)

export const DELETE = route('DELETE /relations/{relationId}', (actor, { params }) =>
  removeRelation(actor, params.relationId),
)
