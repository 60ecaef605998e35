import type { ReportDocument } from '@/domain/reports/report'
import { Facts } from './facts'
import { FindingInReport } from './finding-in-report'
import { PermanentLink } from './permanent-link'
import { Section } from './section'

/** The finding about a whole document, with what had been looked at by then. */
export function DocumentInReport({
  document: { title, address, finding, grounds },
  home,
}: {
  document: ReportDocument
  home: string
}) {
  const coverage = grounds?.coverage
  return (
    <Section
      shown
      title={
        <>
          The document:{' '}
          <PermanentLink address={address} home={home} className="hover:underline">
            {title}
          </PermanentLink>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-3">
        <Facts
          rows={[
            ['Claims', grounds ? String(grounds.claims.length) : null],
            ['Conflicts', grounds ? String(grounds.conflicts.length) : null],
            [
              'Sentences',
              coverage
                ? `${coverage.claimed} with claims, ${coverage.cleared} with nothing to check, ${coverage.unseen} not looked at`
                : null,
            ],
          ]}
        />
        <FindingInReport finding={finding} home={home} />
      </div>
    </Section>
  )
}
