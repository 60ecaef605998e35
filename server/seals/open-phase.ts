import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import type { Phase, PhaseDraft } from '@/domain/seals/phase'
import type { Tx } from '../db'
import { record } from '../events'
import { findProject } from '../projects/find-project'
import { findPhases } from './find-seal'
import { toldOf } from './told-of'
import { readPhase } from './read-phases'

/**
 * Opens an independent phase on documents of a project: from now on, what people make in them is their own until the
 * reveal. Refused for a document in the trash, or in which another phase is open.
 */
export async function openPhase(actor: Actor, projectId: string, draft: PhaseDraft): Promise<Phase> {
  return record(actor, async (tx) => {
    const project = await findProject(projectId, tx)
    authorise(actor, 'phase:open', project, 'project')
    const { id, name, dueAt } = draft
    const documentIds = [...new Set(draft.documentIds)]
    await requireFree(tx, projectId, documentIds)
    const { workspaceId } = project
    await tx.seal.create({ data: { id, workspaceId, projectId, kind: 'phase', name, dueAt, openedById: actor.id } })
    const documents = documentIds.map((documentId) => ({ sealId: id, documentId, workspaceId }))
    await tx.phaseDocument.createMany({ data: documents })
    return {
      answer: await readPhase(tx, actor, id),
      happened: toldOf({ id, workspaceId, projectId, documentIds }, 'phase.opened'),
    }
  })
}

/** Locks the documents, so that of two who open a phase on one of them at once the second is told of the first. */
async function requireFree(tx: Tx, projectId: string, documentIds: string[]): Promise<void> {
  const documents = await tx.$queryRaw<{ id: string; title: string; trashed: boolean }[]>`
    SELECT d.id, d.title, d."trashedAt" IS NOT NULL AS trashed FROM "Document" d
    WHERE d.id = ANY(${documentIds}::uuid[]) AND d."projectId" = ${projectId}::uuid
    ORDER BY d.id FOR NO KEY UPDATE`
  if (documents.length < documentIds.length) throw notFound('document')
  const trashed = documents.find((document) => document.trashed)
  if (trashed) {
    throw new Refusal('conflict', `“${trashed.title}” is in the trash. Take it out first, or leave it out here.`)
  }
  const phases = await findPhases(documentIds, tx)
  const taken = documents.find(({ id }) => phases.has(id))
  if (taken) {
    throw new Refusal(
      'conflict',
      `“${taken.title}” is read independently already. Reveal that phase first, or leave the document out here.`,
      { documentId: taken.id, phaseId: phases.get(taken.id) },
    )
  }
}
