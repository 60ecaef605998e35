import type { ComponentProps } from 'react'
import { DISPOSITIONS, STRENGTHS, type Disposition, type Strength } from '@/domain/claims/words'
import { Badge } from '@/components/ui/small'

type Tone = NonNullable<ComponentProps<typeof Badge>['tone']>

const toneOf = (disposition: Disposition): Tone =>
  disposition === 'open' ? 'warning' : DISPOSITIONS[disposition].apparent ? 'accent' : 'danger'

/** What became of a conflict. */
export const DispositionBadge = ({ disposition }: { disposition: Disposition }) => (
  <Badge tone={toneOf(disposition)}>{DISPOSITIONS[disposition].name}</Badge>
)

/** How strong a conflict is; what that means shows when someone points at it. */
export const StrengthBadge = ({ strength }: { strength: Strength }) => (
  <span title={STRENGTHS[strength].hint} className="inline-flex">
    <Badge>{STRENGTHS[strength].name}</Badge>
  </span>
)
