import type { RelationKind } from '@/domain/claims/words'

/** How relations are drawn: told apart by dashes and ends as well as by colour. */
export const LINES: Readonly<
  Record<RelationKind, { stroke: string; text: string; dash?: string; width: number; ends: 'one' | 'both' | 'none' }>
> = {
  supports: { stroke: 'stroke-accent', text: 'fill-accent', width: 1.75, ends: 'one' },
  qualifies: { stroke: 'stroke-warning', text: 'fill-warning', dash: '6 4', width: 1.75, ends: 'one' },
  refines: { stroke: 'stroke-ink-faint', text: 'fill-ink-faint', dash: '2 3', width: 1.75, ends: 'one' },
  duplicates: { stroke: 'stroke-ink-faint', text: 'fill-ink-faint', width: 4, ends: 'none' },
  conflicts: { stroke: 'stroke-danger', text: 'fill-danger', width: 1.75, ends: 'both' },
}
