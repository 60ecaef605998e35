'use client'

import { useState } from 'react'
import type { VerdictForm } from '@/domain/claims/forms'
import type { Judgement } from '@/domain/claims/pooling'
import { agreementInWords } from '@/domain/findings/agreement-in-words'
import type { Finding, FindingVersion } from '@/domain/findings/finding'
import type { Verdict } from '@/domain/reviews/verdict'
import { TopicThread } from '@/components/threads/topic-thread'
import { AgreementShown } from './agreement-shown'
import { DraftEditor } from './draft-editor'
import { FindingDeeds, type May, type View } from './finding-deeds'
import { FindingHead } from './finding-head'
import { FindingNotices } from './finding-notices'
import { FindingProse } from './finding-prose'
import { GroundsShown } from './grounds-shown'
import { isTakenUp } from './open-to'
import { OverruledList } from './overruled-list'
import { Signing } from './signing'
import { StandingBeside } from './standing-beside'
import { useFinding } from './use-finding'
import { VersionList } from './version-list'

type Props = {
  finding: Finding
  versions: readonly FindingVersion[]
  /** The form by which its claim was judged; null for a document. */
  form: VerdictForm | null
  /** The revealed verdicts on what the claim says now, and the likelihoods of those who judge. */
  verdicts: readonly Verdict[]
  judgements: readonly Judgement[]
  may: May
  view: View | null
}

/** A finding with all that belongs to it, to be read, written, signed and published. */
export function FindingView(props: Props) {
  const { versions, form, verdicts, judgements, may } = props
  const finding = useFinding(props.finding)
  const [view, setView] = useView(props.view ?? (finding.published ? 'published' : 'draft'))
  const { published, content, pooled, dissents } = finding
  const reads = published && view === 'published' ? published : null
  return (
    <div className="grid gap-7">
      <FindingHead finding={finding} />
      <FindingNotices finding={finding} />
      <FindingDeeds finding={finding} form={form} verdicts={verdicts} may={may} view={view} onView={setView} />
      {view === 'edit' ? (
        <div className="grid items-start gap-x-10 gap-y-7 lg:grid-cols-[minmax(0,48rem)_minmax(0,1fr)]">
          <DraftEditor finding={finding} scale={form} judgements={judgements} onSaved={() => setView('draft')} />
          {form ? <Judged form={form} verdicts={verdicts} /> : null}
        </div>
      ) : (
        <>
          <StandingBeside
            content={reads?.content ?? content}
            pooled={reads ? reads.grounds.pooled : pooled}
            scale={reads ? reads.grounds.form : form}
            dissents={dissents}
          />
          <FindingProse content={reads?.content ?? content} />
        </>
      )}
      {view === 'draft' || (view === 'published' && !reads) ? (
        <>
          {form ? <Judged form={form} verdicts={verdicts} /> : null}
          <Signing finding={finding} open={isTakenUp(finding)} />
        </>
      ) : null}
      {reads ? (
        <>
          <GroundsShown version={reads} />
          <OverruledList findingId={finding.id} version={reads} open={finding.state === 'published'} />
        </>
      ) : null}
      <VersionList versions={versions} />
      <section aria-labelledby="thread-title" className="max-w-3xl">
        <h2 id="thread-title" className="mb-2 font-serif text-lg font-semibold tracking-tight">
          Thread
        </h2>
        <TopicThread threadId={finding.id} state={finding.thread} />
      </section>
    </div>
  )
}

/** How its claim was judged, for those who write and sign. */
function Judged({ form, verdicts }: { form: VerdictForm; verdicts: readonly Verdict[] }) {
  return (
    <section aria-labelledby="judged-title">
      <h2 id="judged-title" className="mb-2 font-serif text-lg font-semibold tracking-tight">
        How it was judged
      </h2>
      <AgreementShown agreement={agreementInWords(form, verdicts)} />
    </section>
  )
}

/** Which view is shown; the address keeps the one that was chosen, so that a reload shows the same. */
function useView(first: View): [View, (view: View) => void] {
  const [view, setView] = useState(first)
  const show = (chosen: View) => {
    setView(chosen)
    const url = new URL(location.href)
    url.searchParams.set('view', chosen)
    // Without the router's own mark, so that it takes the address over.
    history.replaceState(null, '', url)
  }
  return [view, show]
}
