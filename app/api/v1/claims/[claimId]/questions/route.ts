import { route } from '@/app/_door/route'
import { askQuestion } from '@/server/evidence/change-question'
import { listQuestions } from '@/server/evidence/list-questions'

export const GET = route('GET /claims/{claimId}/questions', (actor, { params, query }) =>
  listQuestions(actor, params.claimId, query),
)

export const POST = route('POST /claims/{claimId}/questions', (actor, { params, body }) =>
  askQuestion(actor, params.claimId, body),
)
