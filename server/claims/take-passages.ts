import type { OccurrenceDraft } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { authoriseAnnotation, findAnnotation, type AnnotationFacts } from '../annotations/find-annotation'
import { happenedAt } from '../annotations/happened'
import { share } from '../annotations/share-annotation'
import type { Tx } from '../db'
import type { Happened } from '../events'

/** The seals of the phases of the passages' documents, and what was shared. */
type Taken = { seals: (string | undefined)[]; happened: Happened[] }

type Where = { projectId: string; phases: ReadonlyMap<string, string> }

/**
 * Takes passages of a project as occurrences of a claim: each must be one that the actor can see. A private one, which
 * can only be their own, is shown to the team, where they have agreed to that, or to the seal that holds it for them. The
 * phases of these documents have to be held open already (`phasesAround`).
 */
export async function takePassages(
  actor: Actor,
  tx: Tx,
  { projectId, phases }: Where,
  drafts: readonly OccurrenceDraft[],
): Promise<Taken> {
  const taken: Taken = { seals: [], happened: [] }
  if (new Set(drafts.map(({ annotationId }) => annotationId)).size < drafts.length) {
    throw new Refusal('conflict', 'The same passage is named twice. Please name each once.')
  }
  for (const { annotationId, share: agreed } of drafts.toSorted((a, b) => (a.annotationId < b.annotationId ? -1 : 1))) {
    const found = await findPassage(actor, tx, projectId, annotationId)
    const sealId = phases.get(found.documentId)
    taken.seals.push(sealId)
    if (!found.private) continue
    if (!agreed) throw unshared()
    await share(tx, annotationId, sealId ?? null)
    taken.happened.push(happenedAt({ ...found, private: false, held: sealId !== undefined }, 'annotation.shared', annotationId)) // prettier-ignore
  }
  return taken
}

/** A passage of a project that the actor can see, with its row locked; one that is not is not found. */
export async function findPassage(
  actor: Actor,
  tx: Tx,
  projectId: string,
  annotationId: string,
): Promise<AnnotationFacts> {
  const found = await findAnnotation(annotationId, tx)
  authoriseAnnotation(actor, 'annotation:read', found)
  if (found.projectId !== projectId) throw notFound('annotation')
  return found
}

function unshared(): Refusal {
  const message = 'This passage is private. Please agree to show it to the team, who will see where the claim occurs.'
  return new Refusal('invalid', message, { fields: [{ field: 'share', message }] })
}
