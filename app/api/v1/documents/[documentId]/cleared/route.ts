import { route } from '@/app/_door/route'
import { clearPassage } from '@/server/claims/clear-passage'

export const POST = route('POST /documents/{documentId}/cleared', (actor, { params, body }) =>
  clearPassage(actor, params.documentId, body),
)
