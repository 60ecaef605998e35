import { CREDIBILITY, EVIDENCE_STANCES, RELIABILITY } from '@/domain/evidence/words'
import type { ReportEvidence } from '@/domain/reports/report'
import { Badge } from '@/components/ui/small'
import { PermanentLink } from './permanent-link'

const SIDES = { for: 'For', against: 'Against', between: 'Between' } as const
const ORDER = ['for', 'against', 'between'] as const

/** The evidence of a claim, for and against side by side. */
export function EvidenceInReport({ evidence, home }: { evidence: readonly ReportEvidence[]; home: string }) {
  const sides = ORDER.map((side) => ({ side, pieces: evidence.filter((piece) => piece.side === side) }))
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-[repeat(auto-fit,minmax(16rem,1fr))]">
      {sides
        .filter(({ pieces }) => pieces.length > 0)
        .map(({ side, pieces }) => (
          <section key={side} className="min-w-0">
            <h5 className="text-ink-soft mb-1.5 text-sm font-medium">{SIDES[side]}</h5>
            <ul className="grid gap-3">
              {pieces.map((piece) => (
                <li key={piece.id} className="kept min-w-0 text-sm">
                  <Piece piece={piece} home={home} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

function Piece({ piece, home }: { piece: ReportEvidence; home: string }) {
  const { title, address, excerpt, retrievedOn, source, circular, appraisals, reliedOnBy } = piece
  return (
    <>
      <PermanentLink address={address} home={home} className="link font-medium wrap-anywhere">
        {title || 'A passage'}
      </PermanentLink>
      {excerpt ? (
        <blockquote className="text-ink-soft border-line-strong my-1 border-l-2 pl-3 font-serif wrap-anywhere whitespace-pre-line">
          {excerpt}
        </blockquote>
      ) : null}
      <p className="text-ink-soft flex flex-wrap items-center gap-x-2 wrap-anywhere">
        {source ? <SourceOf source={source} /> : null}
        {retrievedOn ? <span>retrieved {retrievedOn}</span> : null}
      </p>
      {circular ? <p className="text-warning">A passage in which the claim itself is made.</p> : null}
      <ul>
        {appraisals.map((appraisal) => (
          <li key={appraisal.person.id} className="wrap-anywhere">
            <strong className="font-medium">{appraisal.person.name}</strong>: {graded(appraisal)}
          </li>
        ))}
      </ul>
      {reliedOnBy.length > 0 ? (
        <p className="text-ink-soft">Relied on by {reliedOnBy.map(({ name }) => name).join(', ')}</p>
      ) : null}
    </>
  )
}

const SourceOf = ({
  source: { name, originName, copy, retracted },
}: {
  source: NonNullable<ReportEvidence['source']>
}) => (
  <>
    <span>
      {name}
      {copy ? `, a copy of ${originName}` : ''}
    </span>
    {retracted ? <Badge tone="danger">retracted</Badge> : null}
  </>
)

function graded({ stance, reason, credibility, reliability }: ReportEvidence['appraisals'][number]): string {
  const grades = [
    EVIDENCE_STANCES[stance].name.toLowerCase(),
    reliability ? `source ${reliability}, ${RELIABILITY[reliability].name.toLowerCase()}` : '',
    credibility ? `information ${credibility}, ${CREDIBILITY[credibility].name.toLowerCase()}` : '',
  ].filter(Boolean)
  return reason ? `${grades.join('; ')}. ${reason}` : grades.join('; ')
}
