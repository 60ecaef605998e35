import type { Waiting } from '@/components/claims/waiting-link'
import type { Actor } from '@/domain/permissions/policy'
import { listClaims } from '@/server/claims/list-claims'

/** Up to here it is counted: more is "many". */
const MOST = 50

/** How many claims wait for a key or a verdict of the actor. */
export async function countWaiting(actor: Actor, projectId: string): Promise<Waiting> {
  const query = { sort: 'priority', text: '', waiting: 'true', limit: MOST } as const
  const { items, next } = await listClaims(actor, projectId, query)
  return { count: items.length, more: next !== null }
}
