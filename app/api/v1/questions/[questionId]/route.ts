import { route } from '@/app/_door/route'
import { removeQuestion, updateQuestion } from '@/server/evidence/change-question'

export const PATCH = route('PATCH /questions/{questionId}', (actor, { params, body }) =>
  updateQuestion(actor, params.questionId, body),
)

export const DELETE = route('DELETE /questions/{questionId}', (actor, { params }) =>
  removeQuestion(actor, params.questionId),
)
