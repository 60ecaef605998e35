import { found } from '@/app/_door/page'
import { OutcomeBlock } from '@/components/findings/outcome-block'
import type { Claim } from '@/domain/claims/claim'
import { can, type Actor } from '@/domain/permissions/policy'
import { readScores } from '@/server/findings/read-scores'
import { getOutcome } from '@/server/findings/record-outcome'

/** How the world settled a prediction, and how well it was forecast; nothing for other claims. */
export async function ClaimOutcome({ actor, claim }: { actor: Actor; claim: Claim }) {
  const { id, projectId, workspaceId, type, state } = claim
  if (type !== 'prediction') return null
  const [{ outcome }, scores] = await found(Promise.all([getOutcome(actor, id), readScores(actor, projectId)]))
  const records = can(actor, 'outcome:record', { workspaceId }) && state !== 'reviewing'
  return <OutcomeBlock claimId={id} outcome={outcome} scores={scores} records={records} />
}
