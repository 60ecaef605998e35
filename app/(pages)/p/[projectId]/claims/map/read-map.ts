import type { Claim } from '@/domain/claims/claim'
import type { Relation } from '@/domain/claims/relation'
import type { Actor } from '@/domain/permissions/policy'
import { listClaims } from '@/server/claims/list-claims'
import { listRelations } from '@/server/claims/list-relations'

/** A map of more claims, or of more relations, is a tangle; the table and the ledger have them all. */
const MOST = 400
const PAGE = 200

/** The claims of a project and how they stand to each other, as their reader sees them; the newest, if there are many. */
export async function readMap(actor: Actor, projectId: string) {
  const [claims, relations] = await Promise.all([
    upTo<Claim>((cursor) =>
      listClaims(actor, projectId, { sort: 'created', text: '', waiting: 'false', limit: PAGE, cursor }),
    ),
    upTo<Relation>((cursor) => listRelations(actor, projectId, { limit: PAGE, cursor })),
  ])
  const related = new Set(relations.items.flatMap(({ from, to }) => [from.claimId, to.claimId]))
  const shown = claims.items.filter(({ id, state }) => state !== 'duplicate' || related.has(id))
  return { claims: shown, relations: relations.items, more: claims.more || relations.more }
}

async function upTo<T>(
  read: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>,
): Promise<{ items: T[]; more: boolean }> {
  const items: T[] = []
  let next: string | null | undefined
  while (next !== null && items.length < MOST) {
    const page = await read(next)
    items.push(...page.items)
    next = page.next
  }
  return { items, more: next !== null }
}
