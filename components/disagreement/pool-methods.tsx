import { wordsFor } from '@/domain/claims/likelihood'
import type { PooledClaim } from '@/domain/findings/disagreement'
import { Disclosure } from '@/components/ui/disclosure'

type Figure = PooledClaim['pooled']

const METHODS = {
  median: { name: 'Median', means: 'The one in the middle: nobody’s distance from it counts.' },
  mean: { name: 'Mean', means: 'All likelihoods added up, and divided by how many they are.' },
  'log-odds mean': {
    name: 'Geometric mean of odds',
    means: 'The mean of the logarithms of the odds. It takes 1 % and 3 % to be further apart than 50 % and 52 %.',
  },
} as const

/** The likelihoods of a claim made into one, by each method, and what it would be without each judge and each origin. */
export function PoolMethods({ pool: { methods, withoutJudges, withoutOrigins, pooled } }: { pool: PooledClaim }) {
  return (
    <Disclosure summary={<span className="text-sm">Methods</span>}>
      <div className="border-line grid gap-5 border-l pl-4">
        <Figures
          title="Pooled"
          says={pooled ? `Of the newest word of ${people(pooled.judges)}.` : 'Nobody has given a likelihood.'}
          rows={methods.map((figure) => {
            const { name, means } = METHODS[figure.method]
            const { exponent = 1 } = figure
            return { key: figure.method, name: exponent === 1 ? name : `${name}, exponent ${exponent}`, means, figure }
          })}
        />
        {withoutJudges.length > 1 ? (
          <Figures
            title="Without one of them"
            says="How much hangs on a single judge."
            rows={withoutJudges.map(({ person, pooled }) => ({
              key: person.id,
              name: `Without ${person.name}`,
              figure: pooled,
            }))}
          />
        ) : null}
        {withoutOrigins.length > 0 ? (
          <Figures
            title="Without one origin"
            says="Remade without the verdicts that relied on it; copies of a report count as one."
            rows={withoutOrigins.map(({ sourceId, name, verdicts, pooled }) => ({
              key: sourceId,
              name: `Without ${name}`,
              means: `${verdicts} ${verdicts === 1 ? 'verdict' : 'verdicts'} relied on it.`,
              figure: pooled,
            }))}
          />
        ) : null}
      </div>
    </Disclosure>
  )
}

type Row = { key: string; name: string; means?: string; figure: Figure }

function Figures({ title, says, rows }: { title: string; says: string; rows: readonly Row[] }) {
  return (
    <section>
      <h4 className="text-sm font-medium">{title}</h4>
      <p className="text-ink-soft text-sm">{says}</p>
      <dl className="mt-1.5 grid max-w-xl gap-1.5">
        {rows.map(({ key, name, means, figure }) => (
          <div key={key} className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4">
            <dt className="min-w-0 wrap-anywhere">
              <bdi>{name}</bdi>
              {means ? <span className="text-ink-faint block text-xs">{means}</span> : null}
            </dt>
            <dd className="text-right tabular-nums">
              {figure ? (
                <>
                  {figure.value} % <span className="text-ink-soft text-sm">{wordsFor(figure.value)}</span>
                </>
              ) : (
                <span className="text-ink-faint">nobody is left</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const people = (count: number): string => (count === 1 ? 'one person' : `${count} people`)
