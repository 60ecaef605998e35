import type { Claim } from '@/domain/claims/claim'
import type { Relation } from '@/domain/claims/relation'
import type { Actor } from '@/domain/permissions/policy'
import { listClaims } from '@/server/claims/list-claims'
import { listRelations } from '@/server/claims/list-relations'
import { readPages } from '../../../../read-pages'

/** A map of more claims, or of more relations, is a tangle: it has the newest 400 of each. */
const PAGE = 200
const PAGES = 2

/** The oldest claim and the oldest relation that still have a place on a map; null where none is left out. */
export type LeftOut = { claims: string | null; relations: string | null }

/** The claims of a project, or of a document, and how they stand to each other, as their reader sees them. */
export async function readMap(actor: Actor, projectId: string, document: string | undefined) {
  const query = { sort: 'created', text: '', waiting: 'false', limit: PAGE, document } as const
  const [claims, relations] = await Promise.all([
    readPages<Claim>((cursor) => listClaims(actor, projectId, { ...query, cursor }), PAGES),
    readPages<Relation>((cursor) => listRelations(actor, projectId, { limit: PAGE, document, cursor }), PAGES),
  ])
  const related = new Set(relations.items.flatMap(({ from, to }) => [from.claimId, to.claimId]))
  const oldest = ({ items, more }: { items: readonly { createdAt: string }[]; more: boolean }) =>
    more ? (items.at(-1)?.createdAt ?? null) : null
  return {
    claims: claims.items.filter(({ id, state }) => state !== 'duplicate' || related.has(id)),
    relations: relations.items,
    leftOut: { claims: oldest(claims), relations: oldest(relations) } satisfies LeftOut,
  }
}
