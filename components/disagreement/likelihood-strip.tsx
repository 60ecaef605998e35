import clsx from 'clsx'
import { pool } from '@/domain/claims/pooling'
import { initialsOf } from '@/components/ui/initials'
import { inLanes, laneCount, type Laid } from './lanes'
import { at, DRAWN_BANDS } from './likelihood-scale'
import type { Opinion } from './opinions'

/** In px: half a dot, a line of dots, and the space above and below all lines together. */
const RADIUS = 9
const LANE = 22
const SPACE = 14

/** In points: a smaller move has no arrow, since the first dot would lie under the second; a smaller one has no head. */
const MOVED = 3
const HEADED = 8

const isolated = (name: string): string => `\u2068${name}\u2069`

/** What someone held likely and holds likely, in words for whoever can't see it. */
export const said = ({ person, first, now }: Opinion<number>): string =>
  `${isolated(person.name)}: ${first === now ? '' : `${first} → `}${now} %`

/** The likelihoods of one claim over the bands of ICD 203: a dot for each person, and an arrow from where they began. */
export function LikelihoodStrip({ opinions, me }: { opinions: readonly Opinion<number>[]; me: string }) {
  const laid = inLanes(opinions)
  const lines = Math.max(2, laneCount(laid))
  const height = lines * LANE + SPACE
  const middle = ({ lane }: Laid) => height / 2 + (lane - (laneCount(laid) - 1) / 2) * LANE
  return (
    <svg
      role="img"
      aria-label={`Likelihoods. ${opinions.map(said).join('; ')}`}
      width="100%"
      height={height}
      className="block overflow-visible"
    >
      <Ground />
      <Median opinions={opinions} />
      {laid.map((each) => (
        <Arrow key={each.person.id} laid={each} y={middle(each)} />
      ))}
      {laid.map((each) => (
        <Dot key={each.person.id} laid={each} y={middle(each)} mine={each.person.id === me} />
      ))}
    </svg>
  )
}

/** The bands, every second one shaded. */
const Ground = () =>
  DRAWN_BANDS.map(({ words, left, width }, index) =>
    index % 2 === 0 ? (
      <rect key={words} x={`${left}%`} width={`${width}%`} height="100%" className="fill-ink/5" />
    ) : null,
  )

function Median({ opinions }: { opinions: readonly Opinion<number>[] }) {
  if (opinions.length < 2) return null
  const median = pool(
    opinions.map(({ person, now }) => ({ by: person.id, likelihood: now })),
    { method: 'median' },
  )
  return median ? (
    <line
      x1={at(median.value)}
      x2={at(median.value)}
      y1="0"
      y2="100%"
      className="stroke-line-strong"
      strokeWidth="1.25"
      strokeDasharray="2 3"
    />
  ) : null
}

function Arrow({ laid: { first, now }, y }: { laid: Laid; y: number }) {
  const moved = Math.abs(now - first)
  if (moved < MOVED) return null
  return (
    <g className="stroke-ink-faint" strokeWidth="1.5">
      <line x1={at(first)} x2={at(now)} y1={y} y2={y} />
      <circle cx={at(first)} cy={y} r="3.5" className="fill-paper" />
      {moved < HEADED ? null : <Head x={at(now)} y={y} right={now > first} />}
    </g>
  )
}

/** The head of an arrow before the dot at which it ends. */
const Head = ({ x, y, right }: { x: string; y: number; right: boolean }) => (
  <svg x={x} y={y} className="overflow-visible">
    <path
      d={right ? 'M-15 -4 L-11 0 L-15 4' : 'M15 -4 L11 0 L15 4'}
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)

function Dot({ laid, y, mine }: { laid: Laid; y: number; mine: boolean }) {
  return (
    <g>
      <title>{said(laid)}</title>
      <circle
        cx={at(laid.now)}
        cy={y}
        r={RADIUS}
        strokeWidth="2"
        className={clsx('stroke-paper', mine ? 'fill-accent' : 'fill-ink-soft')}
      />
      <text
        x={at(laid.now)}
        y={y}
        dy="0.35em"
        textAnchor="middle"
        className={clsx('text-[8.5px] font-semibold', mine ? 'fill-on-accent' : 'fill-paper')}
      >
        {initialsOf(laid.person.name)}
      </text>
    </g>
  )
}
