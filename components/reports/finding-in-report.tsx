import { BASES } from '@/domain/findings/words'
import { dayOf } from '@/domain/reports/outline-words'
import type { ReportFinding } from '@/domain/reports/report'
import { Notice } from '@/components/ui/small'
import type { Fact } from './facts'
import { PermanentLink } from './permanent-link'
import { Judgement } from './judgement'

/** A published finding with its dissents beside it, and what became of those whom it did not follow. */
export function FindingInReport({ finding, home }: { finding: ReportFinding; home: string }) {
  const { retracted, reason, retractedSources, dissents, overruled, claimReview } = finding
  return (
    <div className="grid grid-cols-1 gap-3">
      {reason ? (
        <Notice tone="warning">
          <p>
            <strong>{retracted ? 'This finding was retracted.' : 'This finding was corrected.'}</strong> {reason}
          </p>
        </Notice>
      ) : null}
      {retractedSources.length > 0 ? (
        <Notice tone="warning">
          <p>
            <strong>It rests on sources that were retracted since:</strong> {retractedSources.join(', ')}
          </p>
        </Notice>
      ) : null}
      <div className="grid items-stretch gap-3 sm:grid-cols-[repeat(auto-fit,minmax(17rem,1fr))]">
        <Judgement
          title={
            <PermanentLink address={finding.address} home={home} className="hover:underline">
              {retracted ? 'Finding (retracted)' : 'Finding'}
            </PermanentLink>
          }
          meta={`Version ${finding.number}, published ${dayOf(finding.publishedAt)} by ${finding.publishedBy.name}`}
          judgement={finding}
          more={factsOf(finding)}
        />
        {dissents.map((dissent) => (
          <Judgement
            key={`${dissent.author.id} ${dissent.signedAt}`}
            title={`Dissent by ${dissent.author.name}`}
            meta={`Signed ${dayOf(dissent.signedAt)}`}
            judgement={dissent}
          />
        ))}
      </div>
      {overruled.length > 0 ? (
        <section>
          <h4 className="mb-1 text-sm font-medium">Not followed</h4>
          <ul className="grid gap-2 text-sm">
            {overruled.map(({ person, reason: why, answer }) => (
              <li key={person.id} className="wrap-anywhere whitespace-pre-line">
                <strong>{person.name}</strong>: {why}
                {answer ? <span className="block">Their answer: {answer}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {claimReview ? (
        <p className="no-print text-sm">
          <PermanentLink address={claimReview} home={home} bare>
            ClaimReview (JSON-LD)
          </PermanentLink>
        </p>
      ) : null}
    </div>
  )
}

function factsOf(finding: ReportFinding): Fact[] {
  const { basis, agreement, assumptions, gaps, indicators, signed, adjudication } = finding
  return [
    ['Basis', basis ? `${BASES[basis].name}. ${BASES[basis].means}` : null],
    ['Agreement', agreement.join('\n')],
    ['Key assumptions', assumptions],
    ['Gaps', gaps],
    ['What would change it', indicators],
    ['Signed by', signed.map(({ name }) => name).join(', ')],
    ['Fewer signatures, because', adjudication],
  ]
}
