import { route } from '@/app/_door/route'
import { importFromWeb } from '@/server/documents/import-from-web'

export const POST = route('POST /projects/{projectId}/documents/from-web', (actor, { params, body }, { signal }) =>
  importFromWeb(actor, params.projectId, body, { signal }),
)
