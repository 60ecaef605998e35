import type { Evidence, EvidenceChange } from '@/domain/evidence/evidence'
import type { EventKind } from '@/domain/event'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { happenedTo } from '../claims/happened'
import { touchClaims } from '../claims/step'
import { sql, type Tx } from '../db'
import { record, type Happened } from '../events'
import { refuseInPhase } from '../seals/seal-for'
import { refuseReadAlone } from './cite-passage'
import { authoriseEvidence, findEvidence, refuseReviewed, type EvidenceFacts } from './find-evidence'
import { requireSource } from './find-source'
import { readEvidence } from './present'

/** Changes what evidence says of itself; a stale change is refused with both. */
export async function updateEvidence(actor: Actor, evidenceId: string, change: EvidenceChange): Promise<Evidence> {
  return record(actor, async (tx) => {
    const found = await findChangeable(actor, tx, evidenceId)
    const { version, kind, ...said } = change
    if (kind !== found.kind) throw otherKind(found)
    if (found.version !== version) {
      const theirs = await readEvidence(actor, evidenceId, tx)
      throw new Refusal('conflict', 'This evidence was changed meanwhile.', { theirs, yours: { kind, ...said } })
    }
    if (said.sourceId !== null) await requireSource(actor, tx, found.projectId, said.sourceId)
    await tx.evidence.update({ where: { id: evidenceId }, data: { ...said, version: version + 1 } })
    const happened = await changed(tx, found, 'evidence.updated')
    return { answer: await readEvidence(actor, evidenceId, tx), happened }
  })
}

/** Removes evidence on which nobody has relied. */
export async function removeEvidence(actor: Actor, evidenceId: string): Promise<{ done: true }> {
  return record(actor, async (tx) => {
    const found = await findChangeable(actor, tx, evidenceId)
    await requireNotReliedOn(tx, evidenceId)
    await tx.evidence.update({ where: { id: evidenceId }, data: { removedAt: new Date() } })
    return { answer: { done: true }, happened: await changed(tx, found, 'evidence.removed') }
  })
}

/** Undoes a removal, for those who may remove it; for all others it does not exist. */
export async function restoreEvidence(actor: Actor, evidenceId: string): Promise<Evidence> {
  return record(actor, async (tx) => {
    const found = await findEvidence(evidenceId, tx)
    authoriseEvidence(actor, 'evidence:update', found, { orRemoved: true })
    if (!found.removed) throw new Refusal('conflict', 'This evidence is not removed.')
    if (found.annotation?.deleted) {
      throw new Refusal('conflict', 'The passage was deleted meanwhile. Its author can restore it first.')
    }
    refuseReadAlone(found.claim, found.annotation?.phaseId ?? null)
    await tx.evidence.update({ where: { id: evidenceId }, data: { removedAt: null } })
    const happened = await changed(tx, found, 'evidence.restored')
    return { answer: await readEvidence(actor, evidenceId, tx), happened }
  })
}

/** Evidence that the actor may change now: not while its claim is judged, nor while its document stands still. */
async function findChangeable(actor: Actor, tx: Tx, evidenceId: string): Promise<EvidenceFacts> {
  const found = await findEvidence(evidenceId, tx)
  authoriseEvidence(actor, 'evidence:update', found)
  refuseReviewed(found.claim)
  refuseInPhase({ phaseId: found.annotation?.phaseId ?? null, private: false, held: found.claim.held })
  return found
}

async function changed(tx: Tx, { id, claim }: EvidenceFacts, kind: EventKind): Promise<Happened> {
  await touchClaims(tx, [claim.id])
  return happenedTo(claim, kind, id)
}

/** Verdicts that stay sealed don't count: nobody may learn from this what they relied on. */
async function requireNotReliedOn(tx: Tx, evidenceId: string): Promise<void> {
  const [relied] = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT v.id FROM "VerdictEvidence" ve JOIN "Verdict" v ON v.id = ve."verdictId"
    WHERE ve."evidenceId" = ${evidenceId}::uuid AND NOT v.held LIMIT 1`)
  if (relied) throw new Refusal('conflict', 'A verdict relied on this evidence, so it stays.')
}

function otherKind({ kind }: EvidenceFacts): Refusal {
  const message = `This evidence is of the kind “${kind}”.`
  return new Refusal('invalid', message, { fields: [{ field: 'kind', message }] })
}
