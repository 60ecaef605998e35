import { mentionedIn, nameMentions } from '@/content/mentions'
import { plainText } from '@/content/plain'
import type { ContentNode } from '@/domain/documents/content'
import { canSee, type Subject } from '@/domain/permissions/policy'
import type { Role } from '@/domain/permissions/role'
import type { CommentJson } from '@/domain/threads/thread'
import { db, empty, sql, type Sql } from '../db'
import type { CommentContent } from './comment-content'

/** A comment with those whom it mentions, who can all see what it is about. */
export type Addressed = CommentContent & { mentioned: string[] }

/**
 * Puts right whom a comment mentions: members who can see the thing get the name that they have, and everybody else is
 * plain text. Whether the thing is private or held does not count here: one day it may be for all, and until then nobody
 * is told.
 */
export async function address(
  content: CommentContent,
  { workspaceId, trashed }: Pick<Subject, 'workspaceId' | 'trashed'>,
): Promise<Addressed> {
  const ids = mentionedIn(content.json as ContentNode)
  if (ids.length === 0) return { ...content, mentioned: [] }
  const members = await db.membership.findMany({
    where: { workspaceId, userId: { in: ids } },
    select: { userId: true, role: true, user: { select: { name: true } } },
  })
  const seeing = members.filter(({ userId, role }) => canSee(reader(userId, workspaceId, role), { workspaceId, ...(trashed && { trashed }) })) // prettier-ignore
  const names = new Map(seeing.map(({ userId, user }) => [userId, user.name]))
  const json = nameMentions(content.json as ContentNode, names) as CommentContent['json']
  return { json, text: plainText(json as ContentNode), mentioned: [...names.keys()] }
}

const reader = (id: string, workspaceId: string, role: Role) => ({
  ...{ id, name: '', sessionId: '' },
  roles: new Map([[workspaceId, role]]),
})

/** The statement that keeps whom a new comment mentions, who all hang on the one row of `changed`. */
export function mentionsKept(commentId: string, mentioned: readonly string[]): Sql {
  if (mentioned.length === 0) return empty
  return sql`, mentions AS (
    INSERT INTO "Mention" ("commentId", "userId", "workspaceId")
    SELECT ${commentId}::uuid, who.id, changed."workspaceId" FROM changed CROSS JOIN unnest(${[...mentioned]}::uuid[]) who (id))`
}

/** The names that those have now whom comment `c` mentions, by their ids; null where it mentions nobody. */
export const mentionNames: Sql = sql`(
  SELECT json_object_agg(m."userId", mu.name) FROM "Mention" m JOIN "User" mu ON mu.id = m."userId"
  WHERE m."commentId" = c.id)`

/** What a comment says, with the names that people have now. Who was mentioned and left the workspace keeps theirs. */
export function renamed(json: CommentJson | null, names: Record<string, string> | null): CommentJson | null {
  if (json === null || names === null) return json
  return nameMentions(json as ContentNode, new Map(Object.entries(names))) as CommentJson
}
