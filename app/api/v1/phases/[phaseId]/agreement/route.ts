import { route } from '@/app/_door/route'
import { phaseAgreement } from '@/server/disagreement/phase-agreement'

export const GET = route('GET /phases/{phaseId}/agreement', (actor, { params }) =>
  phaseAgreement(actor, params.phaseId),
)
