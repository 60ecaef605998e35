import clsx from 'clsx'
import { scaleQuantize } from 'd3-scale'
import type { Agreement } from '@/domain/findings/disagreement'
import { AsTable } from './as-table'

type Pairs = Pick<Agreement, 'people' | 'pairs'>
type Pair = Pairs['pairs'][number]

/** From apart to alike: washes of one hue, the strongest of them still light enough for the figure on it. */
const STEPS = ['bg-accent/4', 'bg-accent/11', 'bg-accent/18', 'bg-accent/25', 'bg-accent/32', 'bg-accent/39'] as const
const stepOf = scaleQuantize<(typeof STEPS)[number]>([0, 1], STEPS)

/** How often each two people said the same. Names stand on the diagonal, each for its row and for its column below. */
export function Pairwise({ people, pairs }: Pairs) {
  const known = new Map(
    pairs.flatMap(
      (pair) =>
        [
          [`${pair.a} ${pair.b}`, pair],
          [`${pair.b} ${pair.a}`, pair],
        ] as const,
    ),
  )
  return (
    <div className="grid grid-cols-1 gap-3">
      <div role="group" aria-label="Each two people" tabIndex={0} className="overflow-x-auto p-0.5">
        <table className="border-separate border-spacing-[3px]">
          <tbody>
            {people.map((person, row) => (
              <tr key={person.id}>
                {people.slice(0, row).map((other) => (
                  <Cell key={other.id} names={[person.name, other.name]} pair={known.get(`${person.id} ${other.id}`)} />
                ))}
                <th
                  scope="row"
                  colSpan={people.length - row}
                  className="h-9 max-w-64 truncate px-1.5 text-left text-[13px] font-medium whitespace-nowrap"
                >
                  <bdi>{person.name}</bdi>
                </th>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Scale />
      <PairTable people={people} pairs={pairs} />
    </div>
  )
}

function Cell({ names: [a, b], pair }: { names: readonly [string, string]; pair: Pair | undefined }) {
  const share = pair?.agree ?? null
  const words = share === null ? 'no claim in common' : `${percent(share)} of ${claims(pair?.claims ?? 0)}`
  return (
    <td
      title={`${a} and ${b}: ${words}`}
      className={clsx(
        'h-9 w-12 min-w-12 rounded text-center text-[13px] tabular-nums',
        share === null ? 'bg-sunken text-ink-faint' : stepOf(share),
      )}
    >
      <span aria-hidden>{share === null ? '–' : Math.round(share * 100)}</span>
      <span className="sr-only">
        {a} and {b}: {words}
      </span>
    </td>
  )
}

const Scale = () => (
  <p aria-hidden className="text-ink-faint flex items-center gap-1 text-xs">
    apart
    {STEPS.map((step) => (
      <i key={step} className={`border-line h-2.5 w-5 rounded-sm border ${step}`} />
    ))}
    alike, in percent of the claims that both judged
  </p>
)

function PairTable({ people, pairs }: Pairs) {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  return (
    <AsTable
      columns={['One', 'Other', 'Same', 'Claims']}
      rows={pairs.map(({ a, b, agree, claims: both }) => ({
        key: `${a} ${b}`,
        cells: [nameOf(a), nameOf(b), agree === null ? '–' : percent(agree), String(both)],
      }))}
    />
  )
}

const percent = (share: number): string => `${Math.round(share * 100)} %`
const claims = (count: number): string => (count === 1 ? 'one claim' : `${count} claims`)
