import { route } from '@/app/_door/route'
import { removeEvidence, updateEvidence } from '@/server/evidence/change-evidence'
import { getEvidence } from '@/server/evidence/list-evidence'

export const GET = route('GET /evidence/{evidenceId}', (actor, { params }) => getEvidence(actor, params.evidenceId))

export const PATCH = route('PATCH /evidence/{evidenceId}', (actor, { params, body }) =>
  updateEvidence(actor, params.evidenceId, body),
)

export const DELETE = route('DELETE /evidence/{evidenceId}', (actor, { params }) =>
  removeEvidence(actor, params.evidenceId),
)
