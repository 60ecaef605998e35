import type { Annotation } from '@/domain/annotations/annotation'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { sql } from '../db'
import { record } from '../events'
import { authoriseAnnotation, findAnnotation } from './find-annotation'
import { happenedAt } from './happened'
import { readAnnotation } from './present'

/**
 * Shows a private annotation and its thread to the team: for them it comes to be with this one event. There is no way
 * back, since nobody can make others forget.
 */
export async function shareAnnotation(actor: Actor, annotationId: string): Promise<Annotation> {
  return record(actor, async (tx) => {
    const found = await findAnnotation(annotationId, tx)
    authoriseAnnotation(actor, 'annotation:share', found)
    if (!found.private) throw new Refusal('conflict', 'The team can see this annotation already.')
    const now = new Date()
    await tx.$executeRaw(sql`
      UPDATE "Annotation" SET visibility = 'team', "updatedAt" = ${now}, "activeAt" = GREATEST("activeAt", ${now})
      WHERE id = ${annotationId}::uuid`)
    return {
      answer: await readAnnotation(actor, annotationId, tx),
      happened: happenedAt({ ...found, private: false }, 'annotation.shared', annotationId),
    }
  })
}
