import Link from 'next/link'
import { ratingOf } from '@/domain/claims/forms'
import type { ClaimState } from '@/domain/claims/states'
import type { ClaimType } from '@/domain/claims/words'
import type { Round } from '@/domain/reviews/round'
import { StateBadge, TypeName } from '@/components/claims/claim-badges'
import { LikelihoodScaleHead } from './likelihood-scale-head'
import { LikelihoodStrip } from './likelihood-strip'
import { NamesByBand } from './names-by-band'
import { OpinionTable } from './opinion-table'
import type { Apart, Opinions } from './opinions'
import { RatingStrip } from './rating-strip'
import { SplitBar } from './split-bar'

/** A claim whose verdicts are revealed, and what was said of it; `form` is that of its newest revealed round. */
export type SplitClaim = {
  claim: { id: string; statement: string; type: ClaimType; state: ClaimState }
  split: number
  form: Round['form']
  opinions: Opinions
  /** The wording that was judged last, where the claim says something else now; null where it is the same. */
  judgedAs: string | null
}

/** One claim and who said what of it, with its place among those that people differ over. */
export function ClaimSplit({ split, rank, me }: { split: SplitClaim; rank: number | null; me: string }) {
  const { claim, form, opinions, judgedAs } = split
  const { likelihoods, ratings, apart } = opinions
  const nameOf = (rating: string) => ratingOf(form, rating)?.name ?? rating
  const scale = [...form.ratings].sort((a, b) => Number(a.value === null) - Number(b.value === null))
  return (
    <li id={claim.id} className="border-line bg-surface rounded-lg border p-4 sm:p-5">
      <div className="grid gap-x-8 gap-y-2 sm:grid-cols-[minmax(0,1fr)_11rem]">
        <div className="flex min-w-0 gap-3">
          <span aria-hidden className="text-ink-faint pt-0.5 text-sm tabular-nums">
            {rank}
          </span>
          <div className="min-w-0">
            <h3>
              <Link
                href={`/c/${claim.id}`}
                prefetch={false}
                className="rounded font-serif text-lg leading-snug wrap-anywhere hover:underline"
              >
                {claim.statement}
              </Link>
            </h3>
            <p className="text-ink-soft mt-1 flex flex-wrap items-center gap-2.5 text-[13px]">
              <TypeName type={claim.type} />
              <StateBadge state={claim.state} />
            </p>
            {judgedAs === null ? null : (
              <p className="text-ink-soft mt-1 text-sm wrap-anywhere">
                Worded anew since, and not judged so yet. This is about: <q className="font-serif">{judgedAs}</q>
              </p>
            )}
          </div>
        </div>
        <div className="pl-6 sm:pt-2 sm:pl-0">
          <SplitBar split={split.split} />
        </div>
      </div>
      <div className="mt-4 grid grid-cols-1 gap-4 sm:pl-6">
        {ratings.length > 0 ? <RatingStrip scale={scale} opinions={ratings} me={me} /> : null}
        {likelihoods.length > 0 ? (
          <div>
            <LikelihoodScaleHead />
            <LikelihoodStrip opinions={likelihoods} me={me} />
            <div className="mt-2">
              <NamesByBand opinions={likelihoods} />
            </div>
          </div>
        ) : null}
        {apart.length > 0 ? <StandingApart apart={apart} /> : null}
        <OpinionTable opinions={opinions} nameOf={nameOf} />
      </div>
    </li>
  )
}

const APART = { unable: 'can’t judge', recused: 'recused' } as const

function StandingApart({ apart }: { apart: readonly Apart[] }) {
  return (
    <ul className="text-ink-soft grid gap-0.5 text-[13px]">
      {apart.map(({ person, kind, reason }) => (
        <li key={person.id} className="wrap-anywhere">
          <bdi className="text-ink">{person.name}</bdi> {APART[kind]}
          {reason ? `: ${reason}` : ''}
        </li>
      ))}
    </ul>
  )
}
