import type { Input } from '@/domain/endpoints'
import type { EventKind } from '@/domain/event'
import type { Correction } from '@/domain/findings/correction'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { notFound, Refusal } from '@/domain/refusal'
import { authoriseClaim, findClaim } from '../claims/find-claim'
import { refusePinned } from '../claims/step'
import { findPassage } from '../claims/take-passages'
import { sql, type Tx } from '../db'
import { findDocument } from '../documents/find-document'
import { record, type Happened } from '../events'
import { findProject } from '../projects/find-project'
import { authoriseCorrection, findCorrection, requireOpenPassage } from './find-correction'
import { readCorrection } from './list-corrections'

type Draft = Input<'POST /projects/{projectId}/corrections'>['body']
type Change = Input<'PATCH /corrections/{correctionId}'>['body']

/** Proposes what the author of a document should change in a passage that the team can see, because of a claim or not. */
export async function proposeCorrection(actor: Actor, projectId: string, draft: Draft): Promise<Correction> {
  return record(actor, async (tx) => {
    const project = await findProject(projectId, tx)
    authorise(actor, 'correction:write', project, 'project')
    if (draft.claimId !== null) await requireClaim(actor, tx, projectId, draft.claimId)
    const passage = await findPassage(actor, tx, projectId, draft.annotationId)
    await requireOpenPassage(actor, tx, passage)
    const { workspaceId } = project
    await tx.correction.create({ data: { ...draft, workspaceId, projectId, authorId: actor.id } })
    const happened = told({ workspaceId, projectId }, 'correction.proposed', draft.id)
    return { answer: await readCorrection(actor, draft.id, tx), happened }
  })
}

/** Changes a correction; a stale change is refused with both. What was sent said something else, so it is to be sent anew. */
export async function updateCorrection(
  actor: Actor,
  correctionId: string,
  { version, ...said }: Change,
): Promise<Correction> {
  return record(actor, async (tx) => {
    const found = await findCorrection(correctionId, tx)
    authoriseCorrection(actor, 'correction:update', found)
    await requireOpenPassage(actor, tx, found.passage)
    if (found.version !== version) {
      const theirs = await readCorrection(actor, correctionId, tx)
      throw new Refusal('conflict', 'This correction was changed meanwhile.', { theirs, yours: said })
    }
    await tx.correction.update({ where: { id: correctionId }, data: { ...said, sentAt: null, version: version + 1 } })
    const happened = told(found, 'correction.updated', correctionId)
    return { answer: await readCorrection(actor, correctionId, tx), happened }
  })
}

/** Removes a correction. */
export async function removeCorrection(actor: Actor, correctionId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const found = await findCorrection(correctionId, tx)
    authoriseCorrection(actor, 'correction:update', found)
    await tx.correction.update({ where: { id: correctionId }, data: { removedAt: new Date() } })
    return { answer: { done: true }, happened: told(found, 'correction.removed', correctionId) }
  })
}

/** Undoes a removal, for those who may remove it; for all others it does not exist. */
export async function restoreCorrection(actor: Actor, correctionId: string): Promise<Correction> {
  return record(actor, async (tx) => {
    const found = await findCorrection(correctionId, tx)
    authoriseCorrection(actor, 'correction:update', found, { orRemoved: true })
    if (!found.removedAt) throw new Refusal('conflict', 'This correction is not removed.')
    if (found.passage.deleted) {
      throw new Refusal('conflict', 'The passage was deleted meanwhile. Its author can restore it first.')
    }
    await requireOpenPassage(actor, tx, found.passage)
    await tx.correction.update({ where: { id: correctionId }, data: { removedAt: null } })
    const happened = told(found, 'correction.restored', correctionId)
    return { answer: await readCorrection(actor, correctionId, tx), happened }
  })
}

/** Notes that the author of a document was sent all corrections of it that were not sent yet. */
export async function sendCorrections(actor: Actor, documentId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const document = await findDocument(documentId, tx)
    authorise(actor, 'correction:write', document, 'document')
    const sent = await tx.$executeRaw(sql`
      UPDATE "Correction" co SET "sentAt" = ${new Date()} FROM "Annotation" a
      WHERE a.id = co."annotationId" AND a."documentId" = ${documentId}::uuid AND a."deletedAt" IS NULL
        AND co."removedAt" IS NULL AND co."sentAt" IS NULL`)
    if (sent === 0) throw new Refusal('conflict', 'Everything that is to be corrected here was sent already.')
    return { answer: { done: true }, happened: told(document, 'corrections.sent', documentId) }
  })
}

/** While a claim is judged nobody says what is wrong with it. */
async function requireClaim(actor: Actor, tx: Tx, projectId: string, claimId: string): Promise<void> {
  const claim = await findClaim(claimId, tx)
  authoriseClaim(actor, 'claim:read', claim)
  if (claim.projectId !== projectId) throw notFound('claim')
  if (claim.held) throw new Refusal('conflict', 'Nobody else sees this claim before the reveal. Correct it then.')
  refusePinned(claim)
}

type Place = { workspaceId: string; projectId: string }

function told({ workspaceId, projectId }: Place, kind: EventKind, subject: string): Happened {
  return { in: { kind: 'project', id: projectId }, kind, subject, workspaceId }
}
