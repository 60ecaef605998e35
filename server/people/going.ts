import type { Role } from '@/domain/permissions/role'
import { config } from '../config'
import { sql, type Sql } from '../db'

/*
 * A workspace that was deleted and is not removed yet: for its owners it is there to be read and brought back, for all others it
 * is gone. Whoever reads a membership `m` asks this of its workspace `w`; so nothing else has to know.
 */

/** Whether the member finds the workspace. */
export const STILL_THERE: Sql = sql`(w."deletedAt" IS NULL OR m.role = 'owner')`

/** The role that the member has in it now. */
export const ROLE_NOW: Sql = sql`CASE WHEN w."deletedAt" IS NULL THEN m.role ELSE 'viewer' END`

/** The same of rows that are read already: the workspace with the role in it, or nothing. */
export function roleNow(workspaceId: string, role: Role, deletedAt: Date | null): [string, Role][] {
  if (deletedAt === null) return [[workspaceId, role]]
  return role === 'owner' ? [[workspaceId, 'viewer']] : []
}

const DAY_MS = 24 * 60 * 60_000

/** When a workspace that was deleted then is removed for good. */
export const goesAt = (deletedAt: Date): string =>
  new Date(deletedAt.getTime() + config.workspaceGraceDays * DAY_MS).toISOString()
