import type { ReactNode } from 'react'
import { CLAIM_TYPES } from '@/domain/claims/words'
import type { ReportClaim } from '@/domain/reports/report'
import { StateBadge } from '@/components/claims/claim-badges'
import { EvidenceInReport } from './evidence-in-report'
import { Facts } from './facts'
import { PassageInReport } from './passage-in-report'
import { PermanentLink } from './permanent-link'
import { FindingInReport } from './finding-in-report'
import { VerdictsInReport } from './verdicts-in-report'

/** A claim whole: where it is made, what was found and who dissents, who said what, and what it rests on. */
export function ClaimInReport({ claim, home }: { claim: ReportClaim; home: string }) {
  const { id, statement, address, type, state, terms, asOf, claimant, claimedOn, passages, finding, verdicts } = claim
  return (
    <article id={id} className="grid min-w-0 grid-cols-1 gap-5">
      <header className="grid gap-2">
        <h3 className="font-serif text-xl leading-snug font-semibold text-balance wrap-anywhere">
          <PermanentLink address={address} home={home} className="hover:underline">
            {statement}
          </PermanentLink>
        </h3>
        <p className="text-ink-soft flex flex-wrap items-center gap-2.5 text-sm">
          {CLAIM_TYPES[type].name}
          <StateBadge state={state} />
        </p>
        <Facts
          rows={[
            ['Claimed by', [claimant, claimedOn].filter(Boolean).join(', ')],
            ['As of', asOf],
            ['Terms', terms.map(({ term, meaning }) => `${term}: ${meaning}`).join('\n')],
          ]}
        />
      </header>
      {finding ? (
        <FindingInReport finding={finding} home={home} />
      ) : (
        <p className="text-ink-soft italic">No finding is published yet.</p>
      )}
      <Part title="Passages" shown={passages.length > 0}>
        <div className="grid grid-cols-1 gap-3">
          {passages.map((passage) => (
            <PassageInReport key={passage.address} passage={passage} home={home} />
          ))}
        </div>
      </Part>
      <Part title="Evidence" shown={claim.evidence.length > 0}>
        <EvidenceInReport evidence={claim.evidence} home={home} />
      </Part>
      <Part title="Who said what" shown={verdicts.length > 0}>
        <VerdictsInReport verdicts={verdicts} />
      </Part>
    </article>
  )
}

const Part = ({ title, shown, children }: { title: string; shown: boolean; children: ReactNode }) =>
  shown ? (
    <section>
      <h4 className="mb-2 font-medium">{title}</h4>
      {children}
    </section>
  ) : null
