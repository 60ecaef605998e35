import type { Annotation } from '@/domain/annotations/annotation'
import { authorise } from '@/domain/permissions/authorise'
import { can, type Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { sql, type Tx } from '../db'
import { record } from '../events'
import { refuseInPhase } from '../seals/seal-for'
import { visibleTo } from '../visible-to'
import { authoriseAnnotation, findAnnotation, type AnnotationFacts } from './find-annotation'
import { happenedAt } from './happened'
import { readAnnotation } from './present'

/**
 * Deletes an annotation. One that others have answered, or on which something rests, stays as withdrawn, with its passage
 * and thread.
 */
export async function deleteAnnotation(actor: Actor, annotationId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const found = await findAnnotation(annotationId, tx)
    authoriseAnnotation(actor, 'annotation:delete', found)
    refuseInPhase(found)
    const stays = await isRestedOn(actor, tx, found)
    if (stays && found.withdrawn) {
      throw new Refusal(
        'conflict',
        'This annotation was withdrawn already. It stays as long as others have answered it, or a claim rests on it.',
      )
    }
    const now = new Date()
    await tx.$executeRaw(sql`
      UPDATE "Annotation" SET ${stays ? sql`"withdrawnAt"` : sql`"deletedAt"`} = ${now}, "activeAt" = GREATEST("activeAt", ${now})
      WHERE id = ${annotationId}::uuid`)
    const kind = stays ? 'annotation.withdrawn' : 'annotation.deleted'
    return { answer: { done: true }, happened: happenedAt(found, kind, annotationId) }
  })
}

/** Undoes a deletion or withdrawal, for those who may delete; for all others a deleted one does not exist. */
export async function restoreAnnotation(actor: Actor, annotationId: string): Promise<Annotation> {
  return record(actor, async (tx) => {
    const found = await findAnnotation(annotationId, tx)
    if (found?.deleted && !can(actor, 'annotation:delete', found)) throw notFound('annotation')
    authorise(actor, 'annotation:delete', found, 'annotation')
    refuseInPhase(found)
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

/** What is left of an annotation by others or by claims: whatever the actor can't see must not decide. */
async function isRestedOn(actor: Actor, tx: Tx, { id, projectId, authorId }: AnnotationFacts): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ stays: boolean }]>`
    SELECT EXISTS (
        SELECT FROM "Comment" c WHERE c."threadId" = ${id}::uuid AND c."deletedAt" IS NULL AND NOT c.held
          AND c."authorId" <> ${authorId}::uuid)
      OR EXISTS (
        SELECT FROM "Occurrence" o WHERE o."annotationId" = ${id}::uuid AND o."removedAt" IS NULL AND ${visibleTo.held(actor, 'o')})
      OR EXISTS (
        SELECT FROM "ClaimRelation" cr WHERE cr."projectId" = ${projectId}::uuid AND cr."removedAt" IS NULL
          AND ${id}::uuid IN (cr."fromAnnotationId", cr."toAnnotationId") AND ${visibleTo.held(actor, 'cr')})
      OR EXISTS (
        SELECT FROM "Evidence" e JOIN "Claim" ec ON ec.id = e."claimId"
        WHERE e."annotationId" = ${id}::uuid AND e."removedAt" IS NULL AND ${visibleTo.held(actor, 'ec')})
      OR EXISTS (
        SELECT FROM "Correction" co
        WHERE co."projectId" = ${projectId}::uuid AND co."annotationId" = ${id}::uuid AND co."removedAt" IS NULL)
      AS stays`
  return row.stays
}
