import type { PlacedEdge, Point } from './map-model'

type Size = { width: number; height: number }
type End = { edge: number; end: 'from' | 'to'; toward: Point }

/** Between two lines that end at the same side of a box, in px; and how far from its corners they stay. */
const STEP = 12
const CORNER = 10

/**
 * Lets lines leave and reach boxes at their sides, spread over each side in the order of where they come from, and cross
 * the layers between in a straight line. dagre lets them end where a line to the box's middle meets its border, and turns
 * them within layers, so that they would run into each other and under boxes.
 */
export function spreadEnds(
  edges: readonly PlacedEdge[],
  middles: ReadonlyMap<string, Point>,
  size: Size,
): PlacedEdge[] {
  const points = edges.map((edge) => straightThroughLayers(edge, middles, size.width / 2))
  for (const [side, ends] of endsBySide(edges, middles)) {
    const middle = middles.get(side.slice(1)) ?? { x: 0, y: 0 }
    const x = middle.x + (side.startsWith('<') ? -size.width / 2 : size.width / 2)
    const step = Math.min(STEP, (size.height - 2 * CORNER) / ends.length)
    ends.sort((a, b) => a.toward.y - b.toward.y || a.edge - b.edge)
    for (const [index, { edge, end }] of ends.entries()) {
      const point = { x, y: middle.y + (index - (ends.length - 1) / 2) * step }
      if (end === 'from') points[edge]?.unshift(point)
      else points[edge]?.push(point)
    }
  }
  return edges.map((edge, index) => ({ ...edge, points: points[index] ?? [] }))
}

/** The ends at each side of each box; a side is "<" or ">" and the id of its claim. */
function endsBySide(edges: readonly PlacedEdge[], middles: ReadonlyMap<string, Point>): Map<string, End[]> {
  const sides = new Map<string, End[]>()
  for (const [index, edge] of edges.entries()) {
    for (const end of ['from', 'to'] as const) {
      const toward = edge.points.at(end === 'from' ? 1 : -2) ?? edge.label
      const left = toward.x < (middles.get(edge[end])?.x ?? 0)
      const side = `${left ? '<' : '>'}${edge[end]}`
      sides.set(side, [...(sides.get(side) ?? []), { edge: index, end, toward }])
    }
  }
  return sides
}

/** The turning points of a line without its ends. Where one lies within a layer, it becomes a stretch across that. */
function straightThroughLayers(edge: PlacedEdge, middles: ReadonlyMap<string, Point>, half: number): Point[] {
  const layers = new Set([...middles.values()].map(({ x }) => Math.round(x)))
  const leftwards = (middles.get(edge.to)?.x ?? 0) < (middles.get(edge.from)?.x ?? 0)
  const by = leftwards ? half : -half
  return edge.points.slice(1, -1).flatMap(({ x, y }) =>
    layers.has(Math.round(x))
      ? [
          { x: x + by, y },
          { x: x - by, y },
        ]
      : [{ x, y }],
  )
}
