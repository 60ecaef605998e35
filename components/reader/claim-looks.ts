import type { ClaimMark } from '@/domain/claims/claim'
import type { ClaimState } from '@/domain/claims/states'
import type { Span } from './model'
import type { Layer } from './paint'

/** The lines under passages that carry claims, the one that matters most first (app/globals.css). */
export const CLAIM_LOOKS = ['claim-judged', 'claim-open', 'claim-settled', 'claim-aside'] as const satisfies Layer[]
export type ClaimLook = (typeof CLAIM_LOOKS)[number]

const LOOK_OF: Readonly<Record<ClaimState, ClaimLook>> = {
  proposed: 'claim-open',
  checkable: 'claim-open',
  reopened: 'claim-open',
  reviewing: 'claim-judged',
  revealed: 'claim-judged',
  finding: 'claim-judged',
  cleared: 'claim-settled',
  published: 'claim-settled',
  corrected: 'claim-settled',
  uncheckable: 'claim-aside',
  duplicate: 'claim-aside',
  retracted: 'claim-aside',
}

/** The passages that carry claims, by how these stand; of several in one passage, by the one that matters most. */
export function byLook(spans: readonly Span[], marks: readonly ClaimMark[]): Readonly<Record<ClaimLook, Span[]>> {
  const ranks = new Map<string, number>()
  for (const { annotationId, state } of marks) {
    const rank = CLAIM_LOOKS.indexOf(LOOK_OF[state])
    ranks.set(annotationId, Math.min(rank, ranks.get(annotationId) ?? rank))
  }
  const found: Record<ClaimLook, Span[]> = {
    'claim-judged': [],
    'claim-open': [],
    'claim-settled': [],
    'claim-aside': [],
  }
  for (const span of spans) {
    const look = CLAIM_LOOKS[ranks.get(span.id) ?? -1]
    if (look) found[look].push(span)
  }
  return found
}
