import Link from 'next/link'
import { found } from '@/app/_door/page'
import { BeginFinding } from '@/components/findings/begin-finding'
import { StandingBeside } from '@/components/findings/standing-beside'
import { FindingNotices } from '@/components/findings/finding-notices'
import { buttonClass } from '@/components/ui/button'
import type { Claim } from '@/domain/claims/claim'
import { stepOf } from '@/domain/claims/states'
import { can, type Actor } from '@/domain/permissions/policy'
import { getFinding } from '@/server/findings/list-findings'
import { readJudged } from '../../f/[findingId]/read-judged'

/** What was found about a claim, with the dissents beside it at equal size; or the way to write it. */
export async function ClaimFinding({ actor, claim }: { actor: Actor; claim: Claim }) {
  const { findingId, projectId, workspaceId, state } = claim
  if (findingId === null) {
    const writes = can(actor, 'finding:write', { workspaceId }) && stepOf('write a finding', state) !== null
    return writes ? (
      <BeginFinding projectId={projectId} about={{ claimId: claim.id }} />
    ) : (
      <p className="text-ink-soft">Nothing was found yet. A finding is written once the verdicts are revealed.</p>
    )
  }
  const finding = await found(getFinding(actor, findingId))
  const { published, content, pooled, dissents } = finding
  const { form } = await found(readJudged(actor, claim.id))
  return (
    <div className="grid gap-4">
      <FindingNotices finding={finding} />
      {published ? null : <p className="text-ink-soft">A draft: nothing is published yet.</p>}
      <StandingBeside
        content={published?.content ?? content}
        pooled={published ? published.grounds.pooled : pooled}
        scale={published ? published.grounds.form : form}
        dissents={dissents}
        short
      />
      <Link href={`/f/${findingId}`} prefetch={false} className={buttonClass({}, 'justify-self-start')}>
        Open the finding
      </Link>
    </div>
  )
}
