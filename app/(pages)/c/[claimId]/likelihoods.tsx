import { found } from '@/app/_door/page'
import { ClaimStrip } from '@/components/disagreement/claim-strip'
import { opinionsOf } from '@/components/disagreement/opinions'
import { PoolMethods } from '@/components/disagreement/pool-methods'
import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import type { Round } from '@/domain/reviews/round'
import { poolClaim } from '@/server/disagreement/pool-claim'

/** How likely each reviewer holds a claim, over all its revealed rounds; nothing where nobody has said. */
export async function ClaimLikelihoods({ actor, claim, rounds }: { actor: Actor; claim: Claim; rounds: Round[] }) {
  const { likelihoods } = opinionsOf(rounds)
  if (likelihoods.length === 0) return null
  const pool = await found(poolClaim(actor, claim.id, { method: 'log-odds mean', exponent: 1 }))
  return (
    <ClaimStrip opinions={likelihoods} me={actor.id}>
      <PoolMethods pool={pool} />
    </ClaimStrip>
  )
}
