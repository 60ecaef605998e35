import { Passages } from '@/components/claim-page/passages'
import { ShowMore } from '@/components/ui/show-more'
import type { Claim } from '@/domain/claims/claim'
import { PINNED } from '@/domain/claims/states'
import { can, type Actor } from '@/domain/permissions/policy'
import { found } from '@/app/_door/page'
import { listOccurrences } from '@/server/claims/list-occurrences'
import { moreAddress, pagesAsked, readPages, type Asked } from '../../read-pages'

/** As many as can be looked through; more follow when they are asked for. */
const SHOWN = 50

/** The passages of a claim that its reader can see. */
export async function ClaimPassages({ actor, claim, asked }: { actor: Actor; claim: Claim; asked: Asked }) {
  const { items, more } = await found(
    readPages((cursor) => listOccurrences(actor, claim.id, { limit: SHOWN, cursor }), pagesAsked(asked, 'passages')),
  )
  const { workspaceId, state } = claim
  const passages = items.map((occurrence) => {
    const { author, held } = occurrence
    const may = can(actor, 'occurrence:update', { workspaceId, authorId: author.id, held })
    return { occurrence, changeable: may && !PINNED.includes(state) }
  })
  return (
    <div className="grid gap-5">
      <Passages passages={passages} />
      <ShowMore href={more ? moreAddress(asked, 'passages') : null}>Show more passages</ShowMore>
    </div>
  )
}
