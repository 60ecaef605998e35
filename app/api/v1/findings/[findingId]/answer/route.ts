import { route } from '@/app/_door/route'
import { answerOverruling } from '@/server/findings/overrule'

export const POST = route('POST /findings/{findingId}/answer', (actor, { params, body }) =>
  answerOverruling(actor, params.findingId, body),
)
