import { CLAIM_STATES, stepOf, type ClaimState } from '@/domain/claims/states'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { refusePinned, reopenFirst } from '../claims/step'
import type { Tx } from '../db'
import { sealFor, type OpenSeal } from '../seals/seal-for'
import type { FindingFacts } from './find-finding'

const SEALED: Readonly<Record<OpenSeal['kind'], string>> = {
  phase: 'This document is read independently until the reveal. What was found in it can be written after that.',
  round: 'You judge a claim of this document in a round that is not revealed. What you find here waits for that.',
}

/**
 * Refuses to write anything into a finding while its claim is judged, or while what this person writes about its document
 * belongs under a seal: a finding can't be held, and would show their hand.
 */
export async function requireFree(actor: Actor, tx: Tx, found: FindingFacts): Promise<void> {
  const { id, claim, documentId, trashed } = found
  if (claim) refusePinned(claim)
  if (documentId === null) return
  if (trashed) throw new Refusal('conflict', 'This document is in the trash. An editor can take it out first.')
  const seal = await sealFor(actor, { kind: 'finding', id, documentId, private: false, held: false }, tx)
  if (seal) throw new Refusal('conflict', SEALED[seal.kind])
}

/** Where a claim's finding is in people's hands: elsewhere it has to be taken up (again) first. */
const TAKEN_UP: readonly ClaimState[] = ['finding', 'published', 'corrected']

/** Whether the claim of a finding has moved on since its draft was written: a further round, or it was reopened. */
export const isLeft = ({ claim }: FindingFacts): boolean => claim !== null && !TAKEN_UP.includes(claim.state)

/** Refuses what is done to a draft that was looked at since its claim was judged again or reopened. */
export function requireTakenUp(found: FindingFacts): void {
  if (!found.claim || !isLeft(found)) return
  const { state } = found.claim
  const help = stepOf('write a finding', state) ? ' Look at the draft again and save it first.' : reopenFirst(state)
  throw new Refusal('conflict', `The claim stands as “${CLAIM_STATES[state].name}” now.${help}`)
}
