import type { Actor } from '@/domain/permissions/policy'
import { seenClaim } from '../claims/seen'
import { db, sql, type Sql } from '../db'
import { revealed } from '../findings/counted'

/*
 * What was judged and is open to all: of a round that is sealed, or was cancelled, nothing is told here, to nobody; not
 * even their own to its reviewers.
 */

/** Of the alias that names a round: the newest revealed one of claim `c`. It says which wording counts. */
const newestRound: Sql = sql`(
  SELECT nr.* FROM "Round" nr WHERE nr."claimId" = c.id AND nr.state = 'revealed' ORDER BY nr.number DESC LIMIT 1)`

/**
 * Claims `c` with `nr`, their newest revealed round, of those that the actor can see. What stands behind FROM.
 */
export const judgedClaims = (actor: Actor): Sql =>
  sql`"Claim" c JOIN LATERAL ${newestRound} nr ON ${seenClaim(actor, 'c')}`

/**
 * The newest verdict of each who judged the wording of round `nr`: what they said at last counts, also that they can't
 * judge, or recuse themselves. To stand in FROM, of revealed rounds only.
 */
export const lastVerdicts: Sql = sql`(
  SELECT DISTINCT ON (v."authorId") v.*, n.number FROM ${revealed}
  WHERE n."claimId" = nr."claimId" AND n."claimVersionId" = nr."claimVersionId"
  ORDER BY v."authorId", n.number DESC)`

/** The first verdict of each on that wording. */
const firstVerdicts: Sql = sql`(
  SELECT v.*, n.number FROM ${revealed}
  WHERE n."claimId" = nr."claimId" AND n."claimVersionId" = nr."claimVersionId" AND n.number = ${firstNumber()})`

function firstNumber(): Sql {
  return sql`(SELECT min(fr.number) FROM "Round" fr
    WHERE fr."claimId" = nr."claimId" AND fr."claimVersionId" = nr."claimVersionId" AND fr.state = 'revealed')`
}

const said = (verdicts: Sql): Sql => sql`(
  SELECT coalesce(json_agg(json_build_array(j."authorId", j.rating, j.likelihood) ORDER BY j."authorId"), '[]')
  FROM ${verdicts} j WHERE j.kind = 'judged')`

/**
 * What was judged of these claims, and by whom: as `Judged` (domain/claims/agreement/of-claims.ts) in JSON, a text that only whoever measures has to read. Claims
 * come by their ids, so that the same verdicts make the same text.
 */
export async function readJudged(actor: Actor, claims: Sql): Promise<string> {
  const [row] = await db.$queryRaw<{ judged: string }[]>`
    WITH judged AS (
      SELECT c.id, cv.statement, cv.type, nr.form, nr.number <> ${firstNumber()} AS again,
        ${said(firstVerdicts)} AS first, ${said(lastVerdicts)} AS last
      FROM ${judgedClaims(actor)} JOIN "ClaimVersion" cv ON cv.id = nr."claimVersionId"
      WHERE ${claims}
    )
    SELECT json_build_object(
      'people', (
        SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY lower(u.name), u.id), '[]')
        FROM "User" u WHERE u.id IN (
          SELECT (s ->> 0)::uuid FROM judged j, json_array_elements(j.first) s
          UNION SELECT (s ->> 0)::uuid FROM judged j, json_array_elements(j.last) s)),
      'claims', (
        SELECT coalesce(json_agg(json_build_object('claimId', j.id, 'statement', j.statement, 'type', j.type,
          'form', j.form, 'again', j.again, 'first', j.first, 'last', j.last) ORDER BY j.id), '[]')
        FROM judged j))::text AS judged`
  return row?.judged ?? '{"people":[],"claims":[]}'
}
