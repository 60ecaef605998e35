import { route } from '@/app/_door/route'
import { importDocument } from '@/server/documents/import-document'
import { listDocuments } from '@/server/documents/list-documents'

export const GET = route('GET /projects/{projectId}/documents', (actor, { params, query }) =>
  listDocuments(actor, params.projectId, query),
)

export const POST = route(
  'POST /projects/{projectId}/documents',
  (actor, { params, body: { id, title, format, content } }) =>
    importDocument(actor, params.projectId, {
      id,
      title,
      fileName: `Pasted text.${format}`,
      bytes: Buffer.from(content),
    }),
)
