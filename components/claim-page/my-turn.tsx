import { ArrowDown } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'

/** Leads to where a reviewer judges, while their verdict is waited for. */
export const MyTurn = () => (
  <a href="#review" className={buttonClass({ variant: 'primary' }, 'no-print justify-self-start')}>
    Give your verdict <ArrowDown size={15} aria-hidden />
  </a>
)
