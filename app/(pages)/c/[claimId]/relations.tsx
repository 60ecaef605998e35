import { found } from '@/app/_door/page'
import { Relations } from '@/components/claim-page/relations'
import type { Claim } from '@/domain/claims/claim'
import { PINNED } from '@/domain/claims/states'
import { can, type Actor } from '@/domain/permissions/policy'
import { listRelations } from '@/server/claims/list-relations'

/** How a claim stands to others that its reader can see. */
export async function ClaimRelations({ actor, claim }: { actor: Actor; claim: Claim }) {
  const { id, workspaceId, projectId, state } = claim
  const { items } = await found(listRelations(actor, projectId, { claim: id, limit: 200 }))
  const relations = items.map((relation) => {
    const { author, held, from, to } = relation
    const moves = ![from, to].some((end) => PINNED.includes(end.state))
    return { relation, removable: moves && can(actor, 'relation:remove', { workspaceId, authorId: author.id, held }) }
  })
  const adds = !PINNED.includes(state) && can(actor, 'relation:create', { workspaceId })
  return <Relations claim={claim} relations={relations} adds={adds} />
}
