import { route } from '@/app/_door/route'
import { appraiseEvidence } from '@/server/evidence/appraise-evidence'

export const POST = route('POST /evidence/{evidenceId}/appraisals', (actor, { params, body }) =>
  appraiseEvidence(actor, params.evidenceId, body),
)
