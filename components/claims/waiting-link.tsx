import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'

/** How many claims wait for someone; `more` says that there are more of them. */
export type Waiting = { count: number; more: boolean }

/** "12", or "50+". */
export const waitingCount = ({ count, more }: Waiting): string => `${count}${more ? '+' : ''}`

/** Leads to what waits for its reader; not there while nothing does. */
export function WaitingLink({ projectId, waiting }: { projectId: string; waiting: Waiting }) {
  if (waiting.count === 0) return null
  return (
    <Link href={`/p/${projectId}/claims/queue`} prefetch={false} className={buttonClass()}>
      Waiting for me: {waitingCount(waiting)}
    </Link>
  )
}
