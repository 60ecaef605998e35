import { DISPOSITIONS, STRENGTHS } from '@/domain/claims/words'
import type { ReportConflict, ReportConflictEnd } from '@/domain/reports/report'
import { PassageInReport } from './passage-in-report'
import { PermanentLink } from './permanent-link'

/** Conflicts of claims, both sides beside each other, with what became of them and why. */
export function ConflictsInReport({ conflicts, home }: { conflicts: readonly ReportConflict[]; home: string }) {
  return (
    <ul className="grid gap-5">
      {conflicts.map(({ id, address, strength, disposition, reason, settledBy, from, to }) => (
        <li key={id} className="grid gap-2">
          <h3 className="text-sm font-medium">
            <PermanentLink address={address} home={home} className="hover:underline">
              {STRENGTHS[strength].name}: {DISPOSITIONS[disposition].name.toLowerCase()}
            </PermanentLink>
          </h3>
          <div className="grid gap-3 sm:grid-cols-2">
            <End end={from} home={home} />
            <End end={to} home={home} />
          </div>
          {reason ? (
            <p className="text-sm wrap-anywhere whitespace-pre-line">
              {reason}
              {settledBy ? <span className="text-ink-soft"> ({settledBy.name})</span> : null}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

const End = ({ end: { address, statement, passage }, home }: { end: ReportConflictEnd; home: string }) => (
  <div className="border-line bg-surface grid min-w-0 content-start gap-2 rounded-lg border p-3">
    <PermanentLink address={address} home={home} bare className="font-medium wrap-anywhere hover:underline">
      {statement}
    </PermanentLink>
    {passage ? <PassageInReport passage={passage} home={home} /> : null}
  </div>
)
