import { GitCompareArrows, Quote } from 'lucide-react'
import Link from 'next/link'
import { PRIORITIES } from '@/domain/claims/words'
import type { Claim } from '@/domain/claims/claim'
import { HeldBadge } from '@/components/seals/held-badge'
import { Badge } from '@/components/ui/small'
import { StateBadge, TypeName } from './claim-badges'
import { counted } from './counted'

/** A claim in short; the whole card leads to its page. */
export function ClaimCard({ claim }: { claim: Claim }) {
  const { id, statement, type, state, priority, held } = claim
  return (
    <article className="border-line bg-surface shadow-low hover:border-line-strong relative grid gap-2 rounded-lg border p-3">
      <Link
        href={`/c/${id}`}
        prefetch={false}
        className="line-clamp-4 rounded font-serif text-[15px] leading-snug wrap-anywhere after:absolute after:inset-0"
      >
        {statement}
      </Link>
      <p className="text-ink-soft flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
        <TypeName type={type} />
        <StateBadge state={state} />
        {priority === 'normal' ? null : (
          <Badge tone={priority === 'high' ? 'warning' : 'plain'}>{PRIORITIES[priority]}</Badge>
        )}
        {held ? <HeldBadge /> : null}
      </p>
      <ClaimFigures claim={claim} />
    </article>
  )
}

/** What gathers at a claim: passages, conflicts, and how split its reviewers are. */
export function ClaimFigures({ claim: { occurrences, conflicts, split } }: { claim: Claim }) {
  return (
    <ul className="text-ink-soft flex flex-wrap gap-x-3 text-xs empty:hidden">
      {occurrences > 0 ? (
        <li className="inline-flex items-center gap-1">
          <Quote size={12} aria-hidden /> {counted(occurrences, 'passage')}
        </li>
      ) : null}
      {conflicts > 0 ? (
        <li className="text-danger inline-flex items-center gap-1">
          <GitCompareArrows size={12} aria-hidden /> {counted(conflicts, 'conflict')}
        </li>
      ) : null}
      {split === null ? null : <li>{splitWords(split)}</li>}
    </ul>
  )
}

/** A split from 0 (unanimous) to 1 (as split as can be), for people. */
export const splitWords = (split: number): string => (split === 0 ? 'unanimous' : `split ${split.toFixed(2)}`)
