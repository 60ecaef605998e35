import { route } from '@/app/_door/route'
import { importDocument } from '@/server/documents/import-document'

export const POST = route('POST /projects/{projectId}/uploads', (actor, { params, query, body }, { signal }) =>
  importDocument(actor, params.projectId, { id: query.id, fileName: query.name, bytes: body }, signal),
)
