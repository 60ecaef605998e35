import { route } from '@/app/_door/route'
import { createAttachment } from '@/server/evidence/create-attachment'

export const POST = route('POST /projects/{projectId}/attachments', (actor, { params, query, body }) =>
  createAttachment(actor, params.projectId, { id: query.id, fileName: query.name, bytes: body }),
)
