import type { Annotation } from '@/domain/annotations/annotation'
import { authorise } from '@/domain/permissions/authorise'
import { can, type Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { sql, type Tx } from '../db'
import { record } from '../events'
import { authoriseAnnotation, findAnnotation, type AnnotationFacts } from './find-annotation'
import { happenedAt } from './happened'
import { readAnnotation } from './present'

/** Deletes an annotation. One that others have answered stays as withdrawn, with its passage and thread. */
export async function deleteAnnotation(actor: Actor, annotationId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const found = await findAnnotation(annotationId, tx)
    authoriseAnnotation(actor, 'annotation:delete', found)
    const answered = await isAnswered(tx, found)
    if (answered && found.withdrawn) {
      throw new Refusal(
        'conflict',
        'This annotation was withdrawn already. It stays as long as others have answered it.',
      )
    }
    const now = new Date()
    await tx.$executeRaw(sql`
      UPDATE "Annotation" SET ${answered ? sql`"withdrawnAt"` : sql`"deletedAt"`} = ${now}, "activeAt" = GREATEST("activeAt", ${now})
      WHERE id = ${annotationId}::uuid`)
    const kind = answered ? 'annotation.withdrawn' : 'annotation.deleted'
    return { answer: { done: true }, happened: happenedAt(found, kind, annotationId) }
  })
}

/** Undoes a deletion or withdrawal, for those who may delete; for all others a deleted one does not exist. */
export async function restoreAnnotation(actor: Actor, annotationId: string): Promise<Annotation> {
  return record(actor, async (tx) => {
    const found = await findAnnotation(annotationId, tx)
    if (found?.deleted && !can(actor, 'annotation:delete', found)) throw notFound('annotation')
    authorise(actor, 'annotation:delete', found, 'annotation')
    if (!found.deleted && !found.withdrawn)
      throw new Refusal('conflict', 'This annotation is neither deleted nor withdrawn.')
    await tx.$executeRaw(sql`
      UPDATE "Annotation" SET ${found.deleted ? sql`"deletedAt"` : sql`"withdrawnAt"`} = NULL, "activeAt" = GREATEST("activeAt", ${new Date()})
      WHERE id = ${annotationId}::uuid`)
    return {
      answer: await readAnnotation(actor, annotationId, tx),
      happened: happenedAt(found, 'annotation.restored', annotationId),
    }
  })
}

async function isAnswered(tx: Tx, { id, authorId }: AnnotationFacts): Promise<boolean> {
  const answer = await tx.comment.findFirst({
    where: { threadId: id, deletedAt: null, authorId: { not: authorId } },
    select: { id: true },
  })
  return answer !== null
}
