import { route } from '@/app/_door/route'
import { updateDissent, withdrawDissent } from '@/server/findings/write-dissent'

export const PATCH = route('PATCH /dissents/{dissentId}', (actor, { params, body }) =>
  updateDissent(actor, params.dissentId, body),
)

export const DELETE = route('DELETE /dissents/{dissentId}', (actor, { params }) =>
  withdrawDissent(actor, params.dissentId),
)
