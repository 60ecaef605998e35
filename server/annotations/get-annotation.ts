import type { Annotation } from '@/domain/annotations/annotation'
import type { Actor } from '@/domain/permissions/policy'
import { authoriseAnnotation, findAnnotation } from './find-annotation'
import { readAnnotation } from './present'

/** One annotation with its thread's state and its first comment. */
export async function getAnnotation(actor: Actor, annotationId: string): Promise<Annotation> {
  const found = await findAnnotation(annotationId)
  authoriseAnnotation(actor, 'annotation:read', found)
  return readAnnotation(actor, annotationId)
}
