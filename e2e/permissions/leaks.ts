import { RANK } from '@/domain/permissions/role'
import type { Place } from '@/server/testing/make-place'
import { PLACES, roleIn, type Person, type Who, type World } from './world'

/** Who reads an answer. */
export type Reader = { who: Who; person: Person | null }

/** What of a place an answer must not say to someone. */
function forbidden(
  { mark, scrap, workspaceId, projectId, documentId, ownerId, trashed }: Place,
  rank: number,
): string[] {
  const nobody = [mark, workspaceId, projectId, documentId, ownerId]
  if (rank < 0) return [...nobody, scrap, trashed.documentId]
  return rank < RANK.editor ? [scrap, trashed.documentId] : []
}

/**
 * What an answer gives away, by the marks that everything in a place carries: to those who don't belong there anything at
 * all, to readers what is in the trash, to everybody what someone else keeps private. What they sent comes back to them.
 */
export function leaksOf(world: World, { who, person }: Reader, text: string, sent: string): string[] {
  const shared = PLACES.flatMap((where) => {
    const role = roleIn(where, who)
    return forbidden(world.places[where], role === null ? -1 : RANK[role])
  })
  const private_ = [...text.matchAll(/whisper-([\w-]{36})/g)].filter(([, author]) => author !== person?.id)
  return [...shared.filter((word) => text.includes(word) && !sent.includes(word)), ...private_.map(([words]) => words)]
}
