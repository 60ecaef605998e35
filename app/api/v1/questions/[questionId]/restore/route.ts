import { route } from '@/app/_door/route'
import { restoreQuestion } from '@/server/evidence/change-question'

export const POST = route('POST /questions/{questionId}/restore', (actor, { params }) =>
  restoreQuestion(actor, params.questionId),
)
