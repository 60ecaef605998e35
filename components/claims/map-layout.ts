import { Graph, layout as dagre } from '@dagrejs/dagre'
import type { RelationKind } from '@/domain/claims/words'
import type { MapEdge, Placed, PlacedEdge, PlacedNode, Point } from './map-model'
import { parts, type Part } from './map-parts'
import { spreadEnds } from './map-ports'

/** The box of a claim: three lines of a statement, and where it stands. */
export const NODE = { width: 220, height: 92 } as const
/** The box of a label: its longest word. */
export const LABEL = { width: 64, height: 18 } as const

/** Between layers there must be room for a label, and for lines to bend before and after it. */
const SPACING = { nodesep: 18, ranksep: 72, edgesep: 12, marginx: 2, marginy: 2 } as const
/** Between parts that no relation joins. */
const GAP = 36

/** Lines that stand for an argument are kept shorter and straighter than others. */
const WEIGHT: Readonly<Record<RelationKind, number>> = {
  supports: 2,
  qualifies: 1,
  refines: 1,
  duplicates: 1,
  conflicts: 1,
}

/**
 * Where the claims of a map stand. The same claims and relations always give the same map. Each part that relations hold
 * together is laid out in layers by dagre, what something rests on to the right of it; the parts then stand on shelves
 * about `width` px wide, the largest first, and below them the claims that are related to nothing.
 */
export function layoutMap(ids: readonly string[], edges: readonly MapEdge[], width: number): Placed {
  const all = parts(ids, edges)
  const joined = all.filter(({ edges }) => edges.length > 0).map(layers)
  joined.sort((a, b) => b.nodes.length - a.nodes.length || b.width - a.width)
  const alone = all.filter(({ edges }) => edges.length === 0).map(({ ids }) => single(ids))
  const upper = shelve(joined, Math.max(width, ...joined.map((each) => each.width)))
  const lower = shelve(alone, Math.max(width, upper.width))
  return stacked(upper, lower)
}

const single = (ids: readonly string[]): Placed => ({
  ...NODE,
  nodes: ids.map((id) => ({ id, x: 0, y: 0 })),
  edges: [],
})

/** One part in layers. Nodes get names of our own: dagre keeps them as properties of an object, where "__proto__" is none. */
function layers({ ids, edges }: Part): Placed {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'RL', ...SPACING })
  const names = new Map(ids.map((id, index) => [id, `n${index}`]))
  const nameOf = (id: string) => names.get(id) ?? ''
  for (const id of ids) graph.setNode(nameOf(id), { ...NODE })
  for (const [index, { from, to, kind }] of edges.entries()) {
    graph.setEdge(nameOf(from), nameOf(to), { ...LABEL, labelpos: 'c', weight: WEIGHT[kind] }, `e${index}`)
  }
  dagre(graph)
  const { width, height } = graph.graph() as { width: number; height: number }
  const middles = new Map(ids.map((id) => [id, graph.node(nameOf(id)) as Point]))
  const drawn = edges.map((edge, index): PlacedEdge => {
    const found = graph.edge({ v: nameOf(edge.from), w: nameOf(edge.to), name: `e${index}` }) as Found
    return { ...edge, points: found.points, label: { x: found.x, y: found.y } }
  })
  return { width, height, nodes: [...middles].map(cornerOf), edges: spreadEnds(drawn, middles, NODE) }
}

type Found = Point & { points: Point[] }

const cornerOf = ([id, { x, y }]: readonly [string, Point]): PlacedNode => ({
  ...{ id, x: x - NODE.width / 2, y: y - NODE.height / 2 },
})

/** Puts maps beside each other as long as they fit, then on a new shelf below. */
function shelve(maps: readonly Placed[], widest: number): Placed {
  const whole: Placed = { width: 0, height: 0, nodes: [], edges: [] }
  let [x, y, shelf] = [0, 0, 0]
  for (const map of maps) {
    if (x > 0 && x + map.width > widest) [x, y, shelf] = [0, y + shelf + GAP, 0]
    add(whole, map, { x, y })
    shelf = Math.max(shelf, map.height)
    x += map.width + GAP
  }
  return whole
}

function stacked(upper: Placed, lower: Placed): Placed {
  if (lower.nodes.length > 0) add(upper, lower, { x: 0, y: upper.nodes.length > 0 ? upper.height + GAP : 0 })
  return upper
}

function add(whole: Placed, map: Placed, by: Point): void {
  const moved = <P extends Point>(point: P): P => ({ ...point, x: point.x + by.x, y: point.y + by.y })
  whole.nodes.push(...map.nodes.map(moved))
  for (const edge of map.edges) {
    whole.edges.push({ ...edge, points: edge.points.map(moved), label: moved(edge.label) })
  }
  whole.width = Math.max(whole.width, by.x + map.width)
  whole.height = Math.max(whole.height, by.y + map.height)
}
