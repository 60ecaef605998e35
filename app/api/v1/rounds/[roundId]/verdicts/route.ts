import { route } from '@/app/_door/route'
import { submitVerdict } from '@/server/reviews/submit-verdict'

export const POST = route('POST /rounds/{roundId}/verdicts', (actor, { params, body }) =>
  submitVerdict(actor, params.roundId, body),
)
