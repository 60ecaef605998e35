import type { Annotation } from '@/domain/annotations/annotation'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { sql, type Tx } from '../db'
import { record } from '../events'
import { findPhases } from '../seals/find-seal'
import { authoriseAnnotation, findAnnotation } from './find-annotation'
import { happenedAt } from './happened'
import { readAnnotation } from './present'

/**
 * Shows a private annotation and its thread to the team: for them it comes to be with this one event. There is no way
 * back, since nobody can make others forget. While a phase is open on the document it is held, and nobody else is told.
 */
export async function shareAnnotation(actor: Actor, annotationId: string): Promise<Annotation> {
  return record(actor, async (tx) => {
    const found = await findAnnotation(annotationId, tx)
    authoriseAnnotation(actor, 'annotation:share', found)
    if (!found.private) throw new Refusal('conflict', found.held ? HELD : 'The team can see this annotation already.')
    const phases = await findPhases([found.documentId], tx)
    const sealId = phases.get(found.documentId) ?? null
    await share(tx, annotationId, sealId)
    return {
      answer: await readAnnotation(actor, annotationId, tx),
      happened: happenedAt({ ...found, private: false, held: sealId !== null }, 'annotation.shared', annotationId),
    }
  })
}

const HELD = 'You have shared this annotation already. It is held until the reveal; then the team sees it.'

/** Gives an annotation that was private to the team, or to the seal that holds it for them. */
export async function share(tx: Tx, annotationId: string, sealId: string | null): Promise<void> {
  const now = new Date()
  await tx.$executeRaw(sql`
    UPDATE "Annotation" SET visibility = 'team', "sealId" = ${sealId}::uuid, held = ${sealId !== null}::boolean,
      "updatedAt" = ${now}, "activeAt" = GREATEST("activeAt", ${now})
    WHERE id = ${annotationId}::uuid`)
}
