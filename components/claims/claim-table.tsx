import Link from 'next/link'
import type { Claim } from '@/domain/claims/claim'
import { PRIORITIES } from '@/domain/claims/words'
import { HeldBadge } from '@/components/seals/held-badge'
import { Time } from '@/components/ui/time'
import { StateBadge, TypeName } from './claim-badges'
import { ClaimFigures } from './claim-card'

/** The columns, and from which width on there is room for them. */
const COLUMNS = [
  { name: 'Claim', look: 'text-left' },
  { name: 'State', look: 'hidden w-34 text-left sm:table-cell' },
  { name: 'Type', look: 'hidden w-34 text-left md:table-cell' },
  { name: 'Passages', look: 'hidden w-22 text-right lg:table-cell' },
  { name: 'Conflicts', look: 'hidden w-22 text-right lg:table-cell' },
  { name: 'Priority', look: 'hidden w-22 text-left lg:table-cell' },
  { name: 'Split', look: 'hidden w-18 text-right lg:table-cell' },
  { name: 'Last activity', look: 'hidden w-32 text-left md:table-cell' },
] as const

const [CLAIM, STATE, TYPE, PASSAGES, CONFLICTS, PRIORITY, SPLIT, ACTIVITY] = COLUMNS

/** Claims, a line each; a checkbox `claim` at each that everybody sees, to be chosen. */
export function ClaimTable({ claims }: { claims: readonly Claim[] }) {
  return (
    <div className="border-line bg-surface overflow-hidden rounded-lg border">
      <table className="w-full table-fixed">
        <thead className="border-line text-ink-soft border-b text-[13px]">
          <tr>
            {COLUMNS.map(({ name, look }) => (
              <th key={name} scope="col" className={`px-3 py-2 font-medium first:pl-4 ${look}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-line divide-y">
          {claims.map((claim) => (
            <Row key={claim.id} claim={claim} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ claim }: { claim: Claim }) {
  const { id, statement, state, type, occurrences, conflicts, priority, split, activeAt, held } = claim
  return (
    <tr className="hover:bg-sunken/60 align-top">
      <th scope="row" className={`px-3 py-2 pl-4 font-normal ${CLAIM.look}`}>
        <div className="flex items-baseline gap-2">
          {held ? null : (
            <input
              type="checkbox"
              name="claim"
              value={id}
              aria-label={`Choose “${statement}”`}
              className="accent-accent"
            />
          )}
          <Link
            href={`/c/${id}`}
            prefetch={false}
            className="line-clamp-3 rounded font-serif text-[15px] leading-snug wrap-anywhere hover:underline"
          >
            {statement}
          </Link>
        </div>
        {held ? <HeldBadge /> : null}
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 lg:hidden">
          <span className="sm:hidden">
            <StateBadge state={state} />
          </span>
          <ClaimFigures claim={claim} />
        </div>
      </th>
      <td className={`px-3 py-2 ${STATE.look}`}>
        <StateBadge state={state} />
      </td>
      <td className={`text-ink-soft px-3 py-2 ${TYPE.look}`}>
        <TypeName type={type} />
      </td>
      <td className={`px-3 py-2 tabular-nums ${faintAtNone(occurrences)} ${PASSAGES.look}`}>{occurrences}</td>
      <td className={`px-3 py-2 tabular-nums ${faintAtNone(conflicts)} ${CONFLICTS.look}`}>{conflicts}</td>
      <td className={`px-3 py-2 ${priority === 'normal' ? 'text-ink-faint' : ''} ${PRIORITY.look}`}>
        {PRIORITIES[priority]}
      </td>
      <td className={`px-3 py-2 tabular-nums ${split === null ? 'text-ink-faint' : ''} ${SPLIT.look}`}>
        {split === null ? '–' : split.toFixed(2)}
      </td>
      <td className={`text-ink-soft px-3 py-2 ${ACTIVITY.look}`}>
        <Time at={activeAt} />
      </td>
    </tr>
  )
}

/** None is said softly, so that the eye finds where something is. */
const faintAtNone = (count: number) => (count === 0 ? 'text-ink-faint' : 'font-medium')
