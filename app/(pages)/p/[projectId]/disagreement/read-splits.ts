import type { SplitClaim } from '@/components/disagreement/claim-split'
import { opinionsOf } from '@/components/disagreement/opinions'
import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { listClaims } from '@/server/claims/list-claims'
import { listClaimRounds } from '@/server/reviews/list-rounds'

/** How many claims a page shows, and how many rounds of each are looked at: more than anyone holds. */
const CLAIMS = 20
const ROUNDS = 50

/** The claims over which people differ, the largest split first, with who said what of each. */
export async function readSplits(
  actor: Actor,
  projectId: string,
  cursor: string | undefined,
): Promise<{ items: SplitClaim[]; next: string | null }> {
  const query = { sort: 'split', text: '', waiting: 'false', limit: CLAIMS, cursor } as const
  const { items, next } = await listClaims(actor, projectId, query)
  const splits = await Promise.all(items.map((claim) => readSplit(actor, claim)))
  // What has no split comes last: where it begins, nothing more follows.
  const more = items.at(-1)?.split != null
  return { items: splits.flatMap((each) => each ?? []), next: more ? next : null }
}

async function readSplit(actor: Actor, claim: Claim): Promise<SplitClaim | null> {
  if (claim.split === null) return null
  const { items } = await listClaimRounds(actor, claim.id, { limit: ROUNDS })
  const newest = items.find(({ state }) => state === 'revealed')
  if (!newest) return null
  const judgedAs = newest.claimVersion === claim.number ? null : newest.statement
  return { claim, split: claim.split, form: newest.form, opinions: opinionsOf(items), judgedAs }
}
