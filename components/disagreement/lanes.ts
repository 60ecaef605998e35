import type { Opinion } from './opinions'

/**
 * How far apart two dots of a lane must be, in points of likelihood: a dot and a gap on the narrowest strip (320 px wide,
 * where a point is 3 px).
 */
const GAP = 7

/** An opinion with the line on which it is drawn, from 0 on. */
export type Laid = Opinion<number> & { lane: number }

/**
 * Puts opinions on as few lines as it takes for nobody's dot or arrow to cover another's. Each takes the first line that
 * is free where it begins; what begins further left comes first. Who is given in another order gets the same picture.
 */
export function inLanes(opinions: readonly Opinion<number>[]): Laid[] {
  const ends: number[] = []
  return [...opinions].sort(fromLeft).map((opinion) => {
    const [low, high] = reachOf(opinion)
    const free = ends.findIndex((end) => low - end >= GAP)
    const lane = free < 0 ? ends.length : free
    ends[lane] = high
    return { ...opinion, lane }
  })
}

/** How many lines there are. */
export const laneCount = (laid: readonly Laid[]): number => 1 + Math.max(-1, ...laid.map(({ lane }) => lane))

const reachOf = ({ first, now }: Opinion<number>): [low: number, high: number] => [
  Math.min(first, now),
  Math.max(first, now),
]

const fromLeft = (a: Opinion<number>, b: Opinion<number>): number =>
  reachOf(a)[0] - reachOf(b)[0] || a.now - b.now || (a.person.id < b.person.id ? -1 : 1)
