import { route } from '@/app/_door/route'
import { createAnnotation } from '@/server/annotations/create-annotation'
import { listAnnotations } from '@/server/annotations/list-annotations'

export const GET = route('GET /documents/{documentId}/annotations', (actor, { params, query }) =>
  listAnnotations(actor, params.documentId, query),
)

export const POST = route('POST /documents/{documentId}/annotations', (actor, { params, body }) =>
  createAnnotation(actor, params.documentId, body),
)
