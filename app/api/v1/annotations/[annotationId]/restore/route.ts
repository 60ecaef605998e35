import { route } from '@/app/_door/route'
import { restoreAnnotation } from '@/server/annotations/delete-annotation'

export const POST = route('POST /annotations/{annotationId}/restore', (actor, { params }) =>
  restoreAnnotation(actor, params.annotationId),
)
