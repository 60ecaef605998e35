import Link from 'next/link'
import type { Relation, RelationEnd } from '@/domain/claims/relation'
import { RELATIONS } from '@/domain/claims/words'
import { StateBadge } from './claim-badges'
import { DispositionBadge, StrengthBadge } from './conflict-badges'

/** What a map of claims shows, a line for each relation; on a narrow screen each is a few lines. */
export function RelationTable({ relations }: { relations: readonly Relation[] }) {
  return (
    <div className="border-line bg-surface overflow-hidden rounded-lg border">
      <table className="block w-full sm:table sm:table-fixed">
        <thead className="border-line text-ink-soft hidden border-b text-[13px] sm:table-header-group">
          <tr>
            <th scope="col" className="px-3 py-2 pl-4 text-left font-medium">
              Claim
            </th>
            <th scope="col" className="w-44 px-3 py-2 text-left font-medium">
              Relation
            </th>
            <th scope="col" className="px-3 py-2 text-left font-medium">
              To claim
            </th>
          </tr>
        </thead>
        <tbody className="divide-line block divide-y sm:table-row-group">
          {relations.map(({ id, kind, from, to, strength, disposition }) => (
            <tr key={id} className="hover:bg-sunken/60 block py-1.5 align-top sm:table-row">
              <th scope="row" className="block px-3 py-1.5 text-left font-normal sm:table-cell sm:py-2 sm:pl-4">
                <End end={from} />
              </th>
              <td className="block px-3 py-1 sm:table-cell sm:py-2">
                <span className="text-ink-soft font-medium">{RELATIONS[kind].says}</span>
                <span className="ml-2 inline-flex flex-wrap gap-1 empty:hidden sm:mt-1 sm:ml-0 sm:flex">
                  {strength ? <StrengthBadge strength={strength} /> : null}
                  {disposition ? <DispositionBadge disposition={disposition} /> : null}
                </span>
              </td>
              <td className="block px-3 py-1.5 sm:table-cell sm:py-2">
                <End end={to} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function End({ end: { claimId, statement, state } }: { end: RelationEnd }) {
  return (
    <span className="flex items-start gap-2">
      <Link
        href={`/c/${claimId}`}
        prefetch={false}
        className="rounded font-serif text-[15px] leading-snug wrap-anywhere hover:underline"
      >
        {statement}
      </Link>
      <StateBadge state={state} />
    </span>
  )
}
