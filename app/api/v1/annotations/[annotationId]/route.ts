import { route } from '@/app/_door/route'
import { deleteAnnotation } from '@/server/annotations/delete-annotation'
import { getAnnotation } from '@/server/annotations/get-annotation'
import { updateAnnotation } from '@/server/annotations/update-annotation'

export const GET = route('GET /annotations/{annotationId}', (actor, { params }) =>
  getAnnotation(actor, params.annotationId),
)

export const PATCH = route('PATCH /annotations/{annotationId}', (actor, { params, body }) =>
  updateAnnotation(actor, params.annotationId, body),
)

export const DELETE = route('DELETE /annotations/{annotationId}', (actor, { params }) =>
  deleteAnnotation(actor, params.annotationId),
)
