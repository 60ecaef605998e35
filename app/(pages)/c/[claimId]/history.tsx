import { found } from '@/app/_door/page'
import { EVENT_WORDS } from '@/components/claim-page/event-words'
import { History } from '@/components/claim-page/history'
import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { listClaimVersions } from '@/server/claims/list-claim-versions'
import { listEvents } from '@/server/list-events'
import { listMembers } from '@/server/people/members'
import { moreAddress, pagesAsked, readPages, type Asked } from '../../read-pages'

/** As many as can be looked through; more follow when they are asked for. */
const WORDINGS = 20
const EVENTS = 100

/** As many members as are read at a time. */
const PAGE = 200

/** The wordings of a claim and what happened to it, newest first, with the names of those who are still here. */
export async function ClaimHistory({ actor, claim, asked }: { actor: Actor; claim: Claim; asked: Asked }) {
  const [versions, events, members] = await found(
    Promise.all([
      readPages(
        (cursor) => listClaimVersions(actor, claim.id, { limit: WORDINGS, cursor }),
        pagesAsked(asked, 'wordings'),
      ),
      readPages(
        (cursor) => listEvents(actor, 'claim', claim.id, { after: 0, order: 'desc', limit: EVENTS, cursor }),
        pagesAsked(asked, 'events'),
      ),
      readPages((cursor) => listMembers(actor, claim.workspaceId, { limit: PAGE, cursor })),
    ]),
  )
  const names = new Map(members.items.map(({ person }) => [person.id, person.name]))
  const happenings = events.items.flatMap(({ seq, kind, actorId, at }) => {
    const words = EVENT_WORDS[kind]
    return words ? [{ seq, words, at, who: names.get(actorId) ?? 'Someone who left' }] : []
  })
  return (
    <History
      versions={versions.items}
      happenings={happenings}
      moreVersions={versions.more ? moreAddress(asked, 'wordings') : null}
      moreHappenings={events.more ? moreAddress(asked, 'events') : null}
    />
  )
}
