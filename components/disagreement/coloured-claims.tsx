import Link from 'next/link'
import type { ClaimState } from '@/domain/claims/states'
import { StateBadge } from '@/components/claims/claim-badges'
import { AsTable } from './as-table'
import { SplitBar, splitFigure } from './split-bar'
import { stepOf } from './split-steps'

/** A claim that is made in a document, by its number in the text. */
export type ColouredClaim = {
  number: number
  id: string
  statement: string
  state: ClaimState
  split: number | null
  /** Where it is made first: the passage in the reader. */
  address: string
}

/** The claims of a coloured text, in the order of their numbers, and the same as a table. */
export function ColouredClaims({ claims }: { claims: readonly ColouredClaim[] }) {
  return (
    <div className="grid gap-4">
      <ol className="grid gap-3">
        {claims.map(({ number, id, statement, state, split, address }) => (
          <li
            key={id}
            id={`claim-${number}`}
            className="target:border-accent border-line bg-surface grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 rounded-lg border p-3"
          >
            <span className="text-ink-faint pt-0.5 text-sm tabular-nums">{number}</span>
            <div className="grid min-w-0 gap-1.5">
              <Link
                href={`/c/${id}`}
                prefetch={false}
                className="rounded font-serif leading-snug wrap-anywhere hover:underline"
              >
                {statement}
              </Link>
              {split === null ? null : <SplitBar split={split} />}
              <p className="text-ink-soft flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px]">
                <StateBadge state={state} />
                {stepOf(split).name}
                <Link href={address} prefetch={false} className="link">
                  In the reader
                </Link>
              </p>
            </div>
          </li>
        ))}
      </ol>
      <AsTable
        columns={['Claim', 'Split', 'In words']}
        rows={claims.map(({ number, id, statement, split }) => ({
          key: id,
          cells: [`${number}. ${statement}`, split === null ? '–' : splitFigure(split), stepOf(split).name],
        }))}
      />
    </div>
  )
}
