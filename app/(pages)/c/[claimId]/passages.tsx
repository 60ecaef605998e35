import { Passages } from '@/components/claim-page/passages'
import type { Claim } from '@/domain/claims/claim'
import { PINNED } from '@/domain/claims/states'
import { can, type Actor } from '@/domain/permissions/policy'
import { found } from '@/app/_door/page'
import { listOccurrences } from '@/server/claims/list-occurrences'

/** The passages of a claim that its reader can see. */
export async function ClaimPassages({ actor, claim }: { actor: Actor; claim: Claim }) {
  const { items } = await found(listOccurrences(actor, claim.id, { limit: 200 }))
  const { workspaceId, state } = claim
  const passages = items.map((occurrence) => {
    const { author, held } = occurrence
    const may = can(actor, 'occurrence:update', { workspaceId, authorId: author.id, held })
    return { occurrence, changeable: may && !PINNED.includes(state) }
  })
  return <Passages passages={passages} />
}
