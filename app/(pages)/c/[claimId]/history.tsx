import { found } from '@/app/_door/page'
import { EVENT_WORDS } from '@/components/claim-page/event-words'
import { History } from '@/components/claim-page/history'
import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { listClaimVersions } from '@/server/claims/list-claim-versions'
import { listEvents } from '@/server/list-events'
import { listMembers } from '@/server/people/members'

/** As many as one page of a list has. */
const MOST = 200

/** The wordings of a claim and what happened to it, with the names of those who are still here. */
export async function ClaimHistory({ actor, claim }: { actor: Actor; claim: Claim }) {
  const [versions, events, members] = await found(
    Promise.all([
      listClaimVersions(actor, claim.id, { limit: MOST }),
      listEvents(actor, 'claim', claim.id, { after: 0, limit: MOST }),
      listMembers(actor, claim.workspaceId, { limit: MOST }),
    ]),
  )
  const names = new Map(members.items.map(({ person }) => [person.id, person.name]))
  const happenings = events.items.flatMap(({ seq, kind, actorId, at }) => {
    const words = EVENT_WORDS[kind]
    return words ? [{ seq, words, at, who: names.get(actorId) ?? 'Someone who left' }] : []
  })
  return <History versions={versions.items} happenings={happenings.reverse()} />
}
