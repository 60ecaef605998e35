import type { Actor } from '@/domain/permissions/policy'
import type { Role } from '@/domain/permissions/role'
import type { TokenScope } from '@/domain/tokens/token'
import { answeredTo, SEEN_EVERY_MS } from '../auth'
import { db, prepared, sql } from '../db'
import type { Answered } from '../events'
import { ROLE_NOW, STILL_THERE } from '../people/going'
import { hashOf } from '../secret'

/** A program that asks with someone's token: as that person, with the role that they hold now in the token's workspace. */
export type Program = { actor: Actor; scope: TokenScope; before: Answered | null }

type Row = {
  tokenId: string
  scope: TokenScope
  id: string
  name: string
  workspaceId: string
  role: Role
  stale: boolean
  before: Answered | null
}

/**
 * Who asks with this token, and what they were answered before to a write with this key (null: no write). One query on
 * every request, like that of sessions: a token that was revoked or has run out, or whose person left the workspace, is
 * worth nothing on the next. Its person's roles elsewhere are not looked at.
 */
export async function findProgram(token: string, key: string | null): Promise<Program | null> {
  const [row] = await db.$queryRaw<Row[]>`${prepared}
    SELECT t.id AS "tokenId", t.scope::text AS scope, u.id, u.name, m."workspaceId", ${ROLE_NOW}::text AS role,
      coalesce(t."lastUsedAt" < now() - ${SEEN_EVERY_MS} * interval '1 ms', true) AS stale,
      ${key === null ? sql`NULL` : answeredTo(key)} AS before
    FROM "ApiToken" t JOIN "User" u ON u.id = t."userId"
      JOIN "Membership" m ON m."userId" = t."userId" AND m."workspaceId" = t."workspaceId"
      JOIN "Workspace" w ON w.id = m."workspaceId" AND ${STILL_THERE}
    WHERE t."tokenHash" = ${hashOf(token)} AND t."expiresAt" > now() AND t."revokedAt" IS NULL`
  if (!row) return null
  const { tokenId, scope, id, name, workspaceId, role, before } = row
  if (row.stale) await db.apiToken.updateMany({ where: { id: tokenId }, data: { lastUsedAt: new Date() } })
  return { actor: { id, name, sessionId: tokenId, roles: new Map([[workspaceId, role]]) }, scope, before }
}
