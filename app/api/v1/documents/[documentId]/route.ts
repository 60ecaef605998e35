import { route } from '@/app/_door/route'
import { updateDocument, trashDocument } from '@/server/documents/change-document'
import { getDocument } from '@/server/documents/list-documents'

export const GET = route('GET /documents/{documentId}', (actor, { params }) => getDocument(actor, params.documentId))

export const PATCH = route('PATCH /documents/{documentId}', (actor, { params, body }) =>
  updateDocument(actor, params.documentId, body),
)

export const DELETE = route('DELETE /documents/{documentId}', (actor, { params }) =>
  trashDocument(actor, params.documentId),
)
