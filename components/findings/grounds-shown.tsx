import Link from 'next/link'
import { DISPOSITIONS, STRENGTHS } from '@/domain/claims/words'
import type { DocumentGrounds, FindingVersion } from '@/domain/findings/finding'
import { StateBadge, TypeName } from '@/components/claims/claim-badges'
import { counted } from '@/components/claims/counted'
import { day } from '@/components/ui/day'
import { AgreementShown } from './agreement-shown'
import { listed } from './listed'

/** What a published finding stood on: how far the reviewers agreed, who signed, and of a document what was found in it. */
export function GroundsShown({ version }: { version: FindingVersion }) {
  const { grounds, adjudication, publishedBy, publishedAt } = version
  return (
    <section aria-labelledby="grounds-title" className="grid gap-4">
      <h2 id="grounds-title" className="font-serif text-lg font-semibold tracking-tight">
        As it stood on {day(publishedAt)}
      </h2>
      {grounds.document ? <InDocument found={grounds.document} /> : <AgreementShown agreement={grounds.agreement} />}
      <p className="text-ink-soft">
        {grounds.signed.length > 0 ? `Signed by ${listed(grounds.signed)}. ` : 'Signed by nobody. '}
        Published by {publishedBy.name}.
      </p>
      {adjudication ? (
        <div>
          <h3 className="font-medium">Adjudicated by {publishedBy.name}</h3>
          <p className="text-ink-soft mt-0.5 wrap-anywhere whitespace-pre-line">{adjudication}</p>
        </div>
      ) : null}
    </section>
  )
}

function InDocument({ found: { claims, coverage, conflicts } }: { found: DocumentGrounds }) {
  const { claimed, cleared, unseen } = coverage
  return (
    <div className="grid gap-4">
      <p className="text-ink-soft">
        Of its sentences {claimed} make a claim, {cleared} were cleared as nothing to check, and {unseen} were not
        looked at.
      </p>
      <div>
        <h3 className="font-medium">{counted(claims.length, 'claim')}</h3>
        <ul className="mt-1 grid gap-1.5">
          {claims.map(({ id, statement, type, state }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-2">
              <Link href={`/c/${id}`} prefetch={false} className="link font-serif wrap-anywhere">
                {statement}
              </Link>
              <span className="text-ink-soft flex items-center gap-2 text-xs">
                <TypeName type={type} /> <StateBadge state={state} />
              </span>
            </li>
          ))}
        </ul>
      </div>
      {conflicts.length > 0 ? (
        <div>
          <h3 className="font-medium">{counted(conflicts.length, 'conflict')}</h3>
          <ul className="mt-1 grid gap-2">
            {conflicts.map(({ id, strength, disposition, reason, from, to }) => (
              <li key={id} className="border-line-strong border-l-2 pl-3">
                <p className="font-serif wrap-anywhere">{from.statement}</p>
                <p className="font-serif wrap-anywhere">{to.statement}</p>
                <p className="text-ink-soft mt-0.5 text-sm wrap-anywhere">
                  {STRENGTHS[strength].name}, {DISPOSITIONS[disposition].name.toLowerCase()}
                  {reason ? `: ${reason}` : '.'}
                </p>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
