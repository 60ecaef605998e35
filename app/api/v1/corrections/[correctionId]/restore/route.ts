import { route } from '@/app/_door/route'
import { restoreCorrection } from '@/server/findings/change-correction'

export const POST = route('POST /corrections/{correctionId}/restore', (actor, { params }) =>
  restoreCorrection(actor, params.correctionId),
)
