import { route } from '@/app/_door/route'
import { gradeSource } from '@/server/evidence/grade-source'

export const POST = route('POST /sources/{sourceId}/grade', (actor, { params, body }) =>
  gradeSource(actor, params.sourceId, body),
)
