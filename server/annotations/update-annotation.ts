import type { Annotation } from '@/domain/annotations/annotation'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { sql } from '../db'
import { record } from '../events'
import { refuseInPhase } from '../seals/seal-for'
import { authoriseAnnotation, findAnnotation } from './find-annotation'
import { happenedAt } from './happened'
import { requireLabel } from './label'
import { readAnnotation } from './present'
import { distinctTags } from './tags'

type Change = { version: number; labelId: string | null; tags: string[] }

/** Changes label and tags. A stale change is refused with both: `theirs`, the annotation as it is, and `yours`. */
export async function updateAnnotation(actor: Actor, annotationId: string, change: Change): Promise<Annotation> {
  return record(actor, async (tx) => {
    const found = await findAnnotation(annotationId, tx)
    authoriseAnnotation(actor, 'annotation:update', found)
    refuseInPhase(found)
    const { version, labelId, tags } = { ...change, tags: distinctTags(change.tags) }
    if (found.version !== version) {
      const theirs = await readAnnotation(actor, annotationId, tx)
      throw new Refusal('conflict', 'This annotation was changed meanwhile.', { theirs, yours: { labelId, tags } })
    }
    if (labelId !== null && labelId !== found.labelId) await requireLabel(tx, found.projectId, labelId)
    const now = new Date()
    await tx.$executeRaw(sql`
      UPDATE "Annotation" SET "labelId" = ${labelId}::uuid, tags = ${tags}::text[], version = version + 1,
        "updatedAt" = ${now}, "activeAt" = GREATEST("activeAt", ${now})
      WHERE id = ${annotationId}::uuid`)
    return {
      answer: await readAnnotation(actor, annotationId, tx),
      happened: happenedAt(found, 'annotation.updated', annotationId),
    }
  })
}
