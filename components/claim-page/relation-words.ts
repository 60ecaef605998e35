import { RELATIONS, type RelationKind } from '@/domain/claims/words'

/** How a relation reads from its second claim, where that is another way than from the first. */
const BACK: Readonly<Partial<Record<RelationKind, string>>> = {
  supports: 'is supported by',
  qualifies: 'is qualified by',
  refines: 'is refined by',
}

/** "Supports", "Is supported by": what one end of a relation reads of the other; `forth` from the first to the second. */
export function relationWords(kind: RelationKind, forth: boolean): string {
  const words = (forth ? undefined : BACK[kind]) ?? RELATIONS[kind].says
  return words.charAt(0).toUpperCase() + words.slice(1)
}
