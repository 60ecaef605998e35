import { route } from '@/app/_door/route'
import { removeOccurrence, updateOccurrence } from '@/server/claims/change-occurrence'

export const PATCH = route('PATCH /occurrences/{occurrenceId}', (actor, { params, body }) =>
  updateOccurrence(actor, params.occurrenceId, body),
)

export const DELETE = route('DELETE /occurrences/{occurrenceId}', (actor, { params }) =>
  removeOccurrence(actor, params.occurrenceId),
)
