import { CLAIM_STATES } from '@/domain/claims/states'
import { CLAIM_TYPES } from '@/domain/claims/words'
import { inWords, titleOf } from '@/domain/reports/outline'
import { dayOf } from '@/domain/reports/outline-words'
import type { Report } from '@/domain/reports/report'
import { AtAGlance } from './at-a-glance'
import { ClaimInReport } from './claim-in-report'
import { ConflictsInReport } from './conflicts-in-report'
import { DocumentInReport } from './document-in-report'
import { PermanentLink } from './permanent-link'
import { Section } from './section'
import './report.css'

/** A report as it is read and printed: what was found first, then everything that it rests on. */
export function WholeReport({ report }: { report: Report }) {
  const { workspace, project, about, madeAt, documents, claims, conflicts, agreement, others } = report
  const home = project.address
  const found = claims.filter(({ finding }) => finding).length
  return (
    <article className="report mx-auto grid max-w-[52rem] grid-cols-1 gap-10">
      <header>
        <p className="text-ink-soft text-sm">
          {workspace} · {dayOf(madeAt)}
        </p>
        <h1 className="mt-1 font-serif text-3xl leading-tight font-semibold tracking-tight text-balance wrap-anywhere">
          {titleOf(report)}
        </h1>
        {about.kind === 'document' && about.from !== '' ? (
          <p className="text-ink-soft mt-2 wrap-anywhere">{about.from}</p>
        ) : null}
        <p className="text-ink-soft mt-2">
          {count(claims.length, 'claim')}, {count(found, 'published finding')}
          {others.length > 0 ? `, ${others.length} not settled yet` : ''}.{' '}
          <PermanentLink address={about.kind === 'document' ? about.address : home} home={home}>
            {about.kind === 'document' ? 'The document' : 'The project'}
          </PermanentLink>
        </p>
      </header>
      <Section title="What was found" shown={found > 0}>
        <AtAGlance claims={claims} />
      </Section>
      {documents.map((document) => (
        <DocumentInReport key={document.id} document={document} home={home} />
      ))}
      <Section title="Claims" shown={claims.length > 0}>
        <div className="[&>*+*]:border-line grid grid-cols-1 gap-8 [&>*+*]:border-t [&>*+*]:pt-8">
          {claims.map((claim) => (
            <ClaimInReport key={claim.id} claim={claim} home={home} />
          ))}
        </div>
      </Section>
      <Section title="Conflicts" shown={conflicts.length > 0}>
        <ConflictsInReport conflicts={conflicts} home={home} />
      </Section>
      <Section title="How far those who judged agree" shown={agreement.length > 0}>
        <ul className="grid gap-1.5 text-sm">
          {agreement.map((figure) => (
            <li key={`${figure.name} ${figure.when}`} className="wrap-anywhere">
              <strong className="font-medium">
                {figure.name}, {WHEN[figure.when]}:
              </strong>{' '}
              {inWords(figure)}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Not settled yet" shown={others.length > 0}>
        <ul className="grid gap-1.5">
          {others.map(({ id, address, statement, type, state }) => (
            <li key={id} className="wrap-anywhere">
              <PermanentLink address={address} home={home} className="font-serif hover:underline">
                {statement}
              </PermanentLink>{' '}
              <span className="text-ink-soft text-sm">
                {CLAIM_TYPES[type].name}, {CLAIM_STATES[state].name.toLowerCase()}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </article>
  )
}

const WHEN = { first: 'judged independently', last: 'after further rounds' } as const

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
