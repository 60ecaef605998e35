import { route } from '@/app/_door/route'
import { restoreDocument } from '@/server/documents/change-document'

export const POST = route('POST /documents/{documentId}/restore', (actor, { params }) =>
  restoreDocument(actor, params.documentId),
)
