import type { Point } from './map-model'

/** Differences below this are none, in px. */
const LEVEL = 0.05

/** The path of a line that is level at each of its points, so that it leaves and arrives at right angles. */
export function pathOf(points: readonly Point[]): string {
  return points
    .map(({ x, y }, index) => {
      const from = points[index - 1]
      if (!from) return `M${short(x)} ${short(y)}`
      if (Math.abs(from.y - y) < LEVEL) return `H${short(x)}`
      const middle = short((from.x + x) / 2)
      return `C${middle} ${short(from.y)} ${middle} ${short(y)} ${short(x)} ${short(y)}`
    })
    .join('')
}

const short = (px: number): number => Math.round(px * 10) / 10
