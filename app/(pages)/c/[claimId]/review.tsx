import { Rounds } from '@/components/reviews/rounds'
import type { Claim } from '@/domain/claims/claim'
import { can, type Actor } from '@/domain/permissions/policy'
import type { Round } from '@/domain/reviews/round'

/** The rounds in which a claim is and was judged, as its reader may know them. */
export function ClaimReview({ actor, claim, rounds }: { actor: Actor; claim: Claim; rounds: Round[] }) {
  const { workspaceId } = claim
  const managed = rounds.filter(({ openedBy }) => can(actor, 'review:manage', { workspaceId, authorId: openedBy.id }))
  const now = new Date().toISOString()
  const due = managed.filter(({ dueAt }) => dueAt !== null && dueAt <= now)
  return <Rounds workspaceId={workspaceId} rounds={rounds} managed={idsOf(managed)} due={idsOf(due)} />
}

const idsOf = (rounds: readonly Round[]) => rounds.map(({ id }) => id)
