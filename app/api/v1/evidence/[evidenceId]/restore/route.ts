import { route } from '@/app/_door/route'
import { restoreEvidence } from '@/server/evidence/change-evidence'

export const POST = route('POST /evidence/{evidenceId}/restore', (actor, { params }) =>
  restoreEvidence(actor, params.evidenceId),
)
