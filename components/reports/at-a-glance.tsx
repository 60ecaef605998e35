import type { ReportClaim } from '@/domain/reports/report'
import { capital } from './judgement'

const NONE = '–'

/** What was found of each claim, in a line: before all that it rests on. */
export function AtAGlance({ claims }: { claims: readonly ReportClaim[] }) {
  const found = claims.flatMap(({ id, statement, finding }) => (finding ? [{ id, statement, finding }] : []))
  if (found.length === 0) return null
  return (
    <div className="overflow-x-auto print:overflow-visible">
      <table className="w-full text-sm">
        <thead className="text-ink-soft border-line-strong border-b">
          <tr>
            {['Claim', 'Finding', 'Likelihood', 'Dissents'].map((column) => (
              <th key={column} scope="col" className="py-1.5 pr-4 text-left font-medium last:pr-0 last:text-right">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-line divide-y">
          {found.map(({ id, statement, finding: { rating, likelihood, retracted, dissents } }) => (
            <tr key={id} className="align-top">
              <th scope="row" className="min-w-40 py-1.5 pr-4 text-left font-serif font-normal wrap-anywhere">
                <a href={`#${id}`} className="hover:underline">
                  {statement}
                </a>
              </th>
              <td className="py-1.5 pr-4">{retracted ? 'Retracted' : (rating ?? NONE)}</td>
              <td className="py-1.5 pr-4">{likelihood ? capital(likelihood.words) : NONE}</td>
              <td className="py-1.5 text-right tabular-nums">{dissents.length || NONE}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
