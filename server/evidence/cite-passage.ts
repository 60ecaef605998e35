import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { happenedAt } from '../annotations/happened'
import { share } from '../annotations/share-annotation'
import type { ClaimFacts } from '../claims/find-claim'
import { findPassage } from '../claims/take-passages'
import type { Tx } from '../db'
import type { Happened } from '../events'

type Place = { claim: ClaimFacts; phases: ReadonlyMap<string, string> }
type Cited = { content: { annotationId: string; excerpt: string }; happened: Happened[] }

/**
 * Cites a passage of the project that the actor can see as evidence of a claim; its words are the excerpt. A private one,
 * which can only be their own, is shown to the team, where they have agreed to that. The phases around have to be held
 * open already (`phasesAround`).
 */
export async function citePassage(
  actor: Actor,
  tx: Tx,
  { claim, phases }: Place,
  { annotationId, share: agreed }: { annotationId: string; share: boolean },
): Promise<Cited> {
  const found = await findPassage(actor, tx, claim.projectId, annotationId)
  const sealId = phases.get(found.documentId) ?? null
  refuseReadAlone(claim, sealId)
  await requireNew(tx, claim.id, annotationId)
  const happened: Happened[] = []
  if (found.private) {
    if (!agreed) throw unshared()
    await share(tx, annotationId, sealId)
    happened.push(happenedAt({ ...found, private: false, held: sealId !== null }, 'annotation.shared', annotationId))
  }
  const { exact } = await tx.annotation.findUniqueOrThrow({ where: { id: annotationId }, select: { exact: true } })
  return { content: { annotationId, excerpt: exact }, happened }
}

/**
 * Refuses to cite from a document while it is read independently: who sees the claim would learn what one found there.
 * A claim that is held until the same reveal is seen by nobody else.
 */
export function refuseReadAlone(claim: ClaimFacts, phaseId: string | null): void {
  if (phaseId === null || (claim.held && claim.sealId === phaseId)) return
  throw new Refusal('conflict', 'This document is read independently until the reveal; cite it afterwards.')
}

/** The same passage is cited once for a claim. Whoever sees the claim sees what is there. */
async function requireNew(tx: Tx, claimId: string, annotationId: string): Promise<void> {
  const there = await tx.evidence.findFirst({
    where: { claimId, annotationId, removedAt: null },
    select: { id: true },
  })
  if (there) throw new Refusal('conflict', 'This passage is evidence of this claim already.', { evidenceId: there.id })
}

function unshared(): Refusal {
  const message = 'This passage is private. Please agree to show it to the team, who will see what the claim stands on.'
  return new Refusal('invalid', message, { fields: [{ field: 'share', message }] })
}
