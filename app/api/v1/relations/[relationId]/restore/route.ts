import { route } from '@/app/_door/route'
import { restoreRelation } from '@/server/claims/change-relation'

export const POST = route('POST /relations/{relationId}/restore', (actor, { params }) =>
  restoreRelation(actor, params.relationId),
)
