import type { Evidence, EvidenceDraft } from '@/domain/evidence/evidence'
import type { Actor } from '@/domain/permissions/policy'
import { authoriseClaim, findClaim, type ClaimFacts } from '../claims/find-claim'
import { happenedTo } from '../claims/happened'
import { phasesAround } from '../claims/phases-around'
import { touchClaims } from '../claims/step'
import type { Tx } from '../db'
import { record, type Happened } from '../events'
import { insertAppraisal } from './appraise-evidence'
import { citePassage } from './cite-passage'
import { requireSource } from './find-source'
import { readEvidence } from './present'
import { requireAttachment } from './read-attachment'

/**
 * Adds evidence to a claim, also while that is in review: everyone who sees the claim sees it at once. How it speaks to
 * the claim may be said along with it; that is an appraisal, and held where appraisals are.
 */
export async function addEvidence(actor: Actor, claimId: string, draft: EvidenceDraft): Promise<Evidence> {
  const { id, kind, sourceId, appraisal } = draft
  const annotationIds = draft.kind === 'passage' ? [draft.annotationId] : []
  return record(actor, async (tx) => {
    const phases = await phasesAround(tx, { annotationIds, claimIds: [claimId] })
    const claim = await findClaim(claimId, tx)
    authoriseClaim(actor, 'evidence:add', claim)
    if (sourceId !== null) await requireSource(actor, tx, claim.projectId, sourceId)
    const { content, happened } = await contentOf(actor, tx, { claim, phases }, draft)
    const { workspaceId, projectId } = claim
    const made = { workspaceId, projectId, claimId, authorId: actor.id }
    await tx.evidence.create({ data: { id, kind, sourceId, ...made, ...content } })
    await touchClaims(tx, [claimId])
    happened.push(happenedTo(claim, 'evidence.added', id))
    if (appraisal) happened.push(...(await insertAppraisal(actor, tx, { id, sourceId, claim }, appraisal)))
    return { answer: await readEvidence(actor, id, tx), happened }
  })
}

type Place = { claim: ClaimFacts; phases: ReadonlyMap<string, string> }

/** What the columns of its kind hold, and what happens as this is cited. */
async function contentOf(actor: Actor, tx: Tx, place: Place, draft: EvidenceDraft) {
  const happened: Happened[] = []
  switch (draft.kind) {
    case 'passage':
      return citePassage(actor, tx, place, draft)
    case 'web': {
      const { url, title, excerpt, retrievedOn } = draft
      return { content: { url, title, excerpt, retrievedOn }, happened }
    }
    case 'file': {
      const { attachmentId, title, excerpt } = draft
      await requireAttachment(actor, tx, place.claim.projectId, attachmentId)
      return { content: { attachmentId, title, excerpt }, happened }
    }
  }
}
