import { route } from '@/app/_door/route'
import { unclearPassage } from '@/server/claims/clear-passage'

export const DELETE = route('DELETE /cleared/{clearedId}', (actor, { params }) =>
  unclearPassage(actor, params.clearedId),
)
