import { v7 } from 'uuid'
import type { FindingState } from '@/domain/findings/finding'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { moveTo, requireStep } from '../claims/step'
import type { Tx } from '../db'
import { authoriseFinding, findFinding, type FindingFacts } from './find-finding'
import { requireFree, requireTakenUp } from './require-free'
import { requireNewest } from './update-finding'

/** What makes a new version of a finding. */
export type Deed = 'publish' | 'correct' | 'retract'

/** A finding of which the actor may make a new version by this deed, on the draft that they have seen; locked. */
export async function findPublishable(
  actor: Actor,
  tx: Tx,
  findingId: string,
  deed: Deed,
  given: { version: number },
): Promise<FindingFacts> {
  const found = await findFinding(actor, findingId, tx)
  authoriseFinding(actor, 'finding:publish', found)
  await requireFree(actor, tx, found)
  requireDeed(deed, found)
  await requireNewest(actor, tx, found, given)
  return found
}

/** From where a document's finding is published, corrected and retracted; a claim's follows the states of its claim. */
const FROM: Readonly<Record<Deed, { states: readonly FindingState[]; otherwise: string }>> = {
  publish: { states: ['draft', 'retracted'], otherwise: 'This finding is published already. You can correct it.' },
  correct: { states: ['published'], otherwise: 'Nothing is published that could be corrected. Publish it instead.' },
  retract: { states: ['published'], otherwise: 'Nothing is published that could be retracted.' },
}

function requireDeed(deed: Deed, found: FindingFacts): void {
  if (found.claim) {
    if (deed === 'publish') requireTakenUp(found)
    requireStep(deed, found.claim)
    return
  }
  const { states, otherwise } = FROM[deed]
  if (!states.includes(found.state)) throw new Refusal('conflict', otherwise)
}

type Said = Pick<Parameters<Tx['findingVersion']['create']>[0]['data'], 'content' | 'grounds'> & {
  reason: string
  adjudication: string
  retracts?: boolean
}

/** Keeps a version of a finding, for good. Answers its id. */
export async function insertVersion(actor: Actor, tx: Tx, found: FindingFacts, said: Said): Promise<string> {
  const { id: findingId, workspaceId } = found
  const id = v7()
  const made = { id, workspaceId, findingId, number: found.number + 1, publishedById: actor.id }
  await tx.findingVersion.create({ data: { ...made, ...said } })
  return id
}

/** The finding and its claim stand where the deed leads; who signed the draft has signed what is published of it. */
export async function moveFinding(
  actor: Actor,
  tx: Tx,
  found: FindingFacts,
  deed: Deed,
  reason: string,
): Promise<void> {
  const { id: findingId, claim, version } = found
  const state = deed === 'retract' ? 'retracted' : 'published'
  const moved = { state, number: found.number + 1, version: version + 1, updatedById: actor.id } as const
  await tx.finding.update({ where: { id: findingId }, data: { ...moved, updatedAt: new Date() } })
  await tx.signOff.updateMany({ where: { findingId, version }, data: { version: version + 1 } })
  if (claim) await moveTo(tx, claim.id, { state: requireStep(deed, claim), reason })
}
