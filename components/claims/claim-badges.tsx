import type { ComponentProps } from 'react'
import { CLAIM_STATES, type ClaimState } from '@/domain/claims/states'
import { CLAIM_TYPES, type ClaimType } from '@/domain/claims/words'
import { Badge } from '@/components/ui/small'

const TONES: Readonly<Record<ClaimState, NonNullable<ComponentProps<typeof Badge>['tone']>>> = {
  proposed: 'plain',
  checkable: 'accent',
  uncheckable: 'plain',
  duplicate: 'plain',
  cleared: 'accent',
  reviewing: 'warning',
  revealed: 'warning',
  finding: 'accent',
  published: 'accent',
  corrected: 'warning',
  retracted: 'danger',
  reopened: 'warning',
}

/** Where a claim stands; what that means shows when someone points at it. */
export function StateBadge({ state }: { state: ClaimState }) {
  const { name, means } = CLAIM_STATES[state]
  return (
    <span title={means} className="inline-flex shrink-0 whitespace-nowrap">
      <Badge tone={TONES[state]}>{name}</Badge>
    </span>
  )
}

export const TypeName = ({ type }: { type: ClaimType }) => (
  <span title={CLAIM_TYPES[type].hint}>{CLAIM_TYPES[type].name}</span>
)
