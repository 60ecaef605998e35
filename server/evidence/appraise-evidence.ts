import { v7 } from 'uuid'
import type { AppraisalDraft, Evidence } from '@/domain/evidence/evidence'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { ClaimFacts } from '../claims/find-claim'
import { happenedTo } from '../claims/happened'
import { touchClaims } from '../claims/step'
import type { Tx } from '../db'
import { record, type Happened } from '../events'
import { authoriseEvidence, findEvidence } from './find-evidence'
import { insertGrade } from './grade-source'
import { readEvidence } from './present'
import { sealOfAppraisals } from './seals'

/**
 * Says how evidence speaks to its claim in one's eyes, and how credible it and its source are. Who says it again adds to
 * what they said; the newest counts. While a sealed round is open on the claim it is held, and others go on seeing what
 * was said before.
 */
export async function appraiseEvidence(actor: Actor, evidenceId: string, draft: AppraisalDraft): Promise<Evidence> {
  return record(actor, async (tx) => {
    const found = await findEvidence(evidenceId, tx)
    authoriseEvidence(actor, 'evidence:appraise', found)
    const happened = await insertAppraisal(actor, tx, found, draft)
    return { answer: await readEvidence(actor, evidenceId, tx), happened }
  })
}

type Appraised = { id: string; sourceId: string | null; claim: ClaimFacts }

/** Writes an appraisal of evidence whose claim is locked; with it the grade of its source, if one is given. */
export async function insertAppraisal(
  actor: Actor,
  tx: Tx,
  { id: evidenceId, sourceId, claim }: Appraised,
  { reliability, ...said }: AppraisalDraft,
): Promise<Happened[]> {
  const sealId = await sealOfAppraisals(tx, claim)
  const { workspaceId, projectId } = claim
  const place = { workspaceId, authorId: actor.id, held: sealId !== null }
  const mine = { id: v7(), evidenceId, raterId: actor.id, workspaceId, sealId, held: place.held }
  await tx.appraisal.create({ data: { ...mine, ...said } })
  if (claim.held || !place.held) await touchClaims(tx, [claim.id])
  const happened = [happenedTo({ ...place, id: claim.id }, 'evidence.appraised', evidenceId)]
  if (reliability === null) return happened
  if (sourceId === null) throw sourceless()
  const source = { id: sourceId, workspaceId, projectId }
  return [...happened, ...(await insertGrade(actor, tx, source, { reliability, sealId }))]
}

function sourceless(): Refusal {
  const message = 'This evidence names no source that could be graded. Name one, or leave the grade out.'
  return new Refusal('invalid', message, { fields: [{ field: 'reliability', message }] })
}
