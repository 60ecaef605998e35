import type { MapEdge } from './map-model'

/** Claims that relations hold together, and these relations. */
export type Part = { ids: string[]; edges: MapEdge[] }

/**
 * Takes a map apart where no relation holds it together: each part with its claims and relations, all in the order in which
 * they came. Relations of a claim to itself, or to one that is not on the map, are left out.
 */
export function parts(ids: readonly string[], edges: readonly MapEdge[]): Part[] {
  const above = new Map(ids.map((id) => [id, id]))
  const top = (id: string): string => {
    let at = id
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) {
      above.set(at, above.get(next) ?? next) // shortens the way for the next time
      at = next
    }
    return at
  }
  const known = edges.filter(({ from, to }) => from !== to && above.has(from) && above.has(to))
  for (const { from, to } of known) above.set(top(from), top(to))
  const found = new Map<string, Part>()
  for (const id of above.keys()) partAt(found, top(id)).ids.push(id)
  for (const edge of known) partAt(found, top(edge.from)).edges.push(edge)
  return [...found.values()]
}

function partAt(found: Map<string, Part>, id: string): Part {
  const part = found.get(id) ?? { ids: [], edges: [] }
  found.set(id, part)
  return part
}
