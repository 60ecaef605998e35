import { RELATIONS, keysOf } from '@/domain/claims/words'
import { Refusal } from '@/domain/refusal'
import { PINNED } from '@/domain/claims/states'
import { sql, type Sql, type Tx } from '../db'

const MUTUAL = keysOf(RELATIONS).filter((kind) => RELATIONS[kind].mutual)

/**
 * Lets the relations of a claim lead to another one, also those that whoever asks for this can't see. What would relate
 * that to itself, or repeat what is there, is removed; answers which of these the team could see. Refused while one of
 * them leads to a claim in review, which then would stand with something else.
 */
export async function moveRelations(tx: Tx, fromId: string, toId: string): Promise<string[]> {
  await refuseReviewed(tx, fromId)
  const moved = { from: moving(sql`r."fromId"`, fromId, toId), to: moving(sql`r."toId"`, fromId, toId) }
  const dropped = await tx.$queryRaw<{ id: string; held: boolean }[]>(sql`
    UPDATE "ClaimRelation" r SET "removedAt" = ${new Date()}, version = version + 1
    WHERE ${leadsTo(fromId)} AND (${moved.from} = ${moved.to} OR EXISTS (
      SELECT FROM "ClaimRelation" e
      WHERE e.id <> r.id AND e."removedAt" IS NULL AND e.kind = r.kind
        AND (e."authorId" = r."authorId" OR NOT e.held AND NOT r.held)
        AND (e."fromId" = ${moved.from} AND e."toId" = ${moved.to}
          OR r.kind = ANY(${MUTUAL}::"RelationKind"[]) AND e."fromId" = ${moved.to} AND e."toId" = ${moved.from})))
    RETURNING r.id, r.held`)
  await tx.$executeRaw(sql`
    UPDATE "ClaimRelation" r SET "fromId" = ${moved.from}, "toId" = ${moved.to}, version = version + 1
    WHERE ${leadsTo(fromId)}`)
  return dropped.filter(({ held }) => !held).map(({ id }) => id)
}

/** Relations `r` that have the claim at an end. */
const leadsTo = (claimId: string): Sql =>
  sql`r."removedAt" IS NULL AND (r."fromId" = ${claimId}::uuid OR r."toId" = ${claimId}::uuid)`

/** An end after the move. */
const moving = (end: Sql, fromId: string, toId: string): Sql =>
  sql`CASE ${end} WHEN ${fromId}::uuid THEN ${toId}::uuid ELSE ${end} END`

async function refuseReviewed(tx: Tx, claimId: string): Promise<void> {
  const [reviewed] = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT r.id FROM "ClaimRelation" r JOIN "Claim" c ON c.id = r."fromId" OR c.id = r."toId"
    WHERE ${leadsTo(claimId)} AND NOT r.held AND c."deletedAt" IS NULL
      AND c.state = ANY(${[...PINNED]}::"ClaimState"[]) LIMIT 1`)
  if (reviewed) {
    throw new Refusal('conflict', 'This claim is related to one in review: that would change before the reveal.')
  }
}
