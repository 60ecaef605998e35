import { found } from '@/app/_door/page'
import { Relations } from '@/components/claim-page/relations'
import { ShowMore } from '@/components/ui/show-more'
import type { Claim } from '@/domain/claims/claim'
import { PINNED } from '@/domain/claims/states'
import { can, type Actor } from '@/domain/permissions/policy'
import { listRelations } from '@/server/claims/list-relations'
import { moreAddress, pagesAsked, readPages, type Asked } from '../../read-pages'

/** As many as can be looked through; more follow when they are asked for. */
const SHOWN = 50

/** How a claim stands to others that its reader can see. */
export async function ClaimRelations({ actor, claim, asked }: { actor: Actor; claim: Claim; asked: Asked }) {
  const { id, workspaceId, projectId, state } = claim
  const { items, more } = await found(
    readPages(
      (cursor) => listRelations(actor, projectId, { claim: id, limit: SHOWN, cursor }),
      pagesAsked(asked, 'relations'),
    ),
  )
  const relations = items.map((relation) => {
    const { author, held, from, to } = relation
    const moves = ![from, to].some((end) => PINNED.includes(end.state))
    return { relation, removable: moves && can(actor, 'relation:remove', { workspaceId, authorId: author.id, held }) }
  })
  const adds = !PINNED.includes(state) && can(actor, 'relation:create', { workspaceId })
  return (
    <div className="grid gap-3">
      <Relations claim={claim} relations={relations} adds={adds} />
      <ShowMore href={more ? moreAddress(asked, 'relations') : null}>Show more relations</ShowMore>
    </div>
  )
}
