import type { Phase } from '@/domain/seals/phase'

/** A phase by its name, or else by what it is about. */
export function phaseName({ name, documents }: Pick<Phase, 'name' | 'documents'>): string {
  const [first, ...others] = documents
  if (name !== '' || !first) return name || 'Independent phase'
  return others.length === 0 ? first.title : `${first.title} and ${others.length} more`
}
