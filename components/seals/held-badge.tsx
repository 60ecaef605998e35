import { EyeOff } from 'lucide-react'
import { Badge } from '@/components/ui/small'

/** On what its author alone sees until a reveal. */
export function HeldBadge() {
  return (
    <Badge>
      <EyeOff size={11} aria-hidden /> Held until reveal
    </Badge>
  )
}
