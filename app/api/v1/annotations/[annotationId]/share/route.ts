import { route } from '@/app/_door/route'
import { shareAnnotation } from '@/server/annotations/share-annotation'

export const POST = route('POST /annotations/{annotationId}/share', (actor, { params }) =>
  shareAnnotation(actor, params.annotationId),
)
