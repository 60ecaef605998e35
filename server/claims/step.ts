import { CLAIM_STATES, PINNED, stepOf, transitionOf, type ClaimState, type Deed } from '@/domain/claims/states'
import { Refusal } from '@/domain/refusal'
import { sql, type Tx } from '../db'

type Standing = { state: ClaimState }

const PINNED_WORDS = 'This claim is in review: nothing about it changes until the reveal.'

/** Refuses to change anything about a claim, or what it stands with, while it is judged. */
export function refusePinned(...claims: readonly Standing[]): void {
  if (claims.some(({ state }) => PINNED.includes(state))) throw new Refusal('conflict', PINNED_WORDS)
}

/** The state to which a deed leads from where the claim stands. Refuses what is no step from there. */
export function requireStep(deed: Deed, claim: Standing): ClaimState {
  refusePinned(claim)
  const { from, to } = transitionOf(deed)
  if (from.includes(claim.state)) return to
  const [now, then] = [CLAIM_STATES[claim.state].name, CLAIM_STATES[to].name]
  if (claim.state === to) throw new Refusal('conflict', `This claim is “${now}” already.`)
  const help = reopenFirst(claim.state)
  throw new Refusal('conflict', `This claim stands as “${now}”, from where it does not become “${then}”.${help}`)
}

/** What to do where a claim is settled: a sentence to add, empty where it can't be reopened. */
export function reopenFirst(state: ClaimState): string {
  return stepOf('reopen', state) ? ' An editor can reopen it first.' : ''
}

/** Puts a claim into a state, with the reason and, where it is a duplicate, the claim that it repeats. */
export async function moveTo(
  tx: Tx,
  claimId: string,
  { state, reason, duplicateOfId = null }: { state: ClaimState; reason: string; duplicateOfId?: string | null },
): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE "Claim" SET state = ${state}::"ClaimState", reason = ${reason}, "duplicateOfId" = ${duplicateOfId}::uuid,
      "activeAt" = GREATEST("activeAt", ${new Date()})
    WHERE id = ${claimId}::uuid`)
}

/** Notes that something has moved about claims, for the order "by activity". */
export async function touchClaims(tx: Tx, claimIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE "Claim" SET "activeAt" = GREATEST("activeAt", ${new Date()}) WHERE id = ANY(${[...claimIds]}::uuid[])`)
}
