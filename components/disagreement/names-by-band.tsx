import { LIKELIHOOD_BANDS, wordsFor } from '@/domain/claims/likelihood'
import type { Opinion } from './opinions'

/** Who holds a claim how likely, in words and names: what a strip shows with initials. Likeliest first. */
export function NamesByBand({ opinions }: { opinions: readonly Opinion<number>[] }) {
  const bands = [...LIKELIHOOD_BANDS].reverse().flatMap(({ words }) => {
    const here = opinions.filter(({ now }) => wordsFor(now) === words)
    return here.length > 0 ? [{ words, here }] : []
  })
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-0.5 text-[13px]">
      {bands.map(({ words, here }) => (
        <div key={words} className="flex min-w-0 flex-wrap gap-x-1.5">
          <dt className="text-ink-faint">{words}</dt>
          {here.map(({ person, now }, index) => (
            <dd key={person.id} className="wrap-anywhere">
              <bdi>{person.name}</bdi> <span className="text-ink-soft tabular-nums">{now} %</span>
              {index < here.length - 1 ? ',' : ''}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
