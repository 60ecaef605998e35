import type { Finding } from '@/domain/findings/finding'
import { CLAIM_STATES } from '@/domain/claims/states'
import { Notice } from '@/components/ui/small'
import { listed } from './listed'
import { isPinned, isTakenUp } from './open-to'

/** What one should know before reading on: a retraction, a source that was retracted, a claim that has moved on. */
export function FindingNotices({ finding }: { finding: Finding }) {
  const { state, published, retractedSources, claim } = finding
  return (
    <div className="grid max-w-3xl gap-2 empty:hidden">
      {state === 'retracted' && published ? (
        <Notice tone="warning">
          <p className="font-medium">
            This finding was retracted by {published.publishedBy.name}. What it said is kept.
          </p>
          <p className="mt-0.5 whitespace-pre-line">{published.reason}</p>
        </Notice>
      ) : null}
      {state === 'published' && published?.reason ? (
        <Notice>
          <p className="font-medium">This version replaces the one before.</p>
          <p className="mt-0.5 whitespace-pre-line">{published.reason}</p>
        </Notice>
      ) : null}
      {retractedSources.length > 0 ? (
        <Notice tone="warning">It rests on a source that was retracted since: {listed(retractedSources)}.</Notice>
      ) : null}
      {claim && isPinned(finding) ? (
        <Notice>The claim is being judged again. Nothing here changes until the reveal.</Notice>
      ) : claim && !isTakenUp(finding) && claim.state !== 'retracted' ? (
        <Notice>
          The claim stands as “{CLAIM_STATES[claim.state].name}” now. Whoever saves the draft takes the finding up
          again.
        </Notice>
      ) : null}
    </div>
  )
}
