import type { Source } from '@/domain/evidence/source'

/** An origin with those of its copies that are shown; it may stand on another page itself. */
export type SourceGroup = { id: string; name: string; origin: Source | null; copies: Source[] }

/** Sources by their origin, in the order in which the groups begin. */
export function groupsOf(sources: readonly Source[]): SourceGroup[] {
  const groups = new Map<string, SourceGroup>()
  for (const source of sources) {
    const { id, name } = source.origin ?? source
    const group = groups.get(id) ?? { id, name, origin: null, copies: [] }
    if (source.origin) group.copies.push(source)
    else group.origin = source
    groups.set(id, group)
  }
  return [...groups.values()]
}
