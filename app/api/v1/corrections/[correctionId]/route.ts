import { route } from '@/app/_door/route'
import { removeCorrection, updateCorrection } from '@/server/findings/change-correction'

export const PATCH = route('PATCH /corrections/{correctionId}', (actor, { params, body }) =>
  updateCorrection(actor, params.correctionId, body),
)

export const DELETE = route('DELETE /corrections/{correctionId}', (actor, { params }) =>
  removeCorrection(actor, params.correctionId),
)
