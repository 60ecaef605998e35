import type { Claim } from '@/domain/claims/claim'
import type { Actor } from '@/domain/permissions/policy'
import { db, sql, type Sql, type Tx } from '../db'
import { seenClaim, seenOccurrences, seenRelations } from './seen'

export type ClaimRow = Omit<Claim, 'author' | 'createdAt' | 'activeAt'> & {
  authorId: string
  authorName: string
  createdAt: Date
  activeAt: Date
}

/** Whether the actor has pressed the key of the fast lane for what claim `c` says now. */
export const cleared = (actor: Actor): Sql => sql`EXISTS (
  SELECT FROM "Clearance" k WHERE k."claimId" = c.id AND k."userId" = ${actor.id}::uuid AND k.number = c.number)`

/** Whether the round `n` waits for a verdict of the actor. */
export const waits = (actor: Actor): Sql => sql`(
  EXISTS (SELECT FROM "RoundReviewer" rr WHERE rr."roundId" = n.id AND rr."userId" = ${actor.id}::uuid AND rr."droppedAt" IS NULL)
  AND NOT EXISTS (SELECT FROM "Verdict" v WHERE v."roundId" = n.id AND v."authorId" = ${actor.id}::uuid))`

/** Whether a round is open on claim `c` that waits for a verdict of the actor. */
export const awaited = (actor: Actor): Sql => sql`EXISTS (
  SELECT FROM "Round" n WHERE n."claimId" = c.id AND n.state = 'open' AND ${waits(actor)})`

/** Another claim by its id, in short, if the actor can see it. */
const linked = (actor: Actor, id: Sql): Sql => sql`(
  SELECT json_build_object('id', l.id, 'statement', l.statement) FROM "Claim" l WHERE l.id = ${id} AND ${seenClaim(actor, 'l')})`

/**
 * Reads claims as `actor` sees them: one query, whatever their number. `rows` selects the "Claim" rows, and `order` (of
 * alias `c`) puts them in order.
 */
export function readClaims(actor: Actor, rows: Sql, order: Sql, tx: Tx = db): Promise<ClaimRow[]> {
  return tx.$queryRaw<ClaimRow[]>`
    SELECT c.id, c."workspaceId", c."projectId", c.type::text AS type, c.statement, c.terms, c."asOf", c.claimant,
      c."claimedOn", c.number, c.state::text AS state, c.reason, c.priority::text AS priority, c.split, c."authorId",
      cu.name AS "authorName", c.version, c."createdAt", c."activeAt", c.held,
      ${linked(actor, sql`c."duplicateOfId"`)} AS "duplicateOf", ${linked(actor, sql`c."splitFromId"`)} AS "splitFrom",
      (SELECT count(*)::int FROM ${seenOccurrences(actor)} WHERE o."claimId" = c.id) AS occurrences,
      (SELECT count(*)::int FROM ${seenRelations(actor)}
        WHERE r.kind = 'conflicts' AND (r."fromId" = c.id OR r."toId" = c.id)) AS conflicts,
      ${cleared(actor)} AS "iCleared",
      (SELECT json_build_object('id', n.id, 'mine', ${waits(actor)})
        FROM "Round" n WHERE n."claimId" = c.id AND n.state = 'open') AS "openRound",
      (SELECT f.id FROM "Finding" f WHERE f."claimId" = c.id) AS "findingId"
    FROM (${rows}) c JOIN "User" cu ON cu.id = c."authorId"
    ORDER BY ${order}`
}

/** One claim that is known to be there and to be the actor's to read. */
export async function readClaim(actor: Actor, id: string, tx?: Tx): Promise<Claim> {
  const [row] = await readClaims(actor, sql`SELECT * FROM "Claim" WHERE id = ${id}::uuid`, sql`c.id`, tx)
  if (!row) throw new TypeError(`claim ${id} is gone`)
  return presentClaim(row)
}

/** In the order of the schema, so that a retry is answered with the very same bytes. */
export function presentClaim(row: ClaimRow): Claim {
  const { id, workspaceId, projectId, type, statement, terms, asOf, claimant, claimedOn } = row
  const { number, state, reason, priority, split, duplicateOf, splitFrom } = row
  const { held, occurrences, conflicts, iCleared, openRound, findingId } = row
  return {
    ...{ id, workspaceId, projectId, type, statement, terms, asOf, claimant, claimedOn },
    ...{ number, state, reason, priority, split, duplicateOf, splitFrom },
    author: { id: row.authorId, name: row.authorName },
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    activeAt: row.activeAt.toISOString(),
    ...{ held, occurrences, conflicts, iCleared, openRound, findingId },
  }
}
