import { route } from '@/app/_door/route'
import { updateLabel } from '@/server/projects/labels'

export const PATCH = route('PATCH /labels/{labelId}', (actor, { params, body }) =>
  updateLabel(actor, params.labelId, body),
)
