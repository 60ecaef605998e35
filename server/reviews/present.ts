import type { Actor } from '@/domain/permissions/policy'
import type { Round } from '@/domain/reviews/round'
import { waits } from '../claims/present'
import { db, sql, type Sql, type Tx } from '../db'
import { visibleTo } from '../visible-to'
import { presentVerdict, verdictJson, type VerdictRow } from './present-verdict'

export type RoundRow = Omit<Round, 'dueAt' | 'openedAt' | 'closedAt' | 'mine' | 'verdicts'> & {
  dueAt: Date | null
  openedAt: Date
  closedAt: Date | null
  verdicts: VerdictRow[]
}

const person = (id: Sql): Sql =>
  sql`(SELECT json_build_object('id', pu.id, 'name', pu.name) FROM "User" pu WHERE pu.id = ${id})`

/** Whether the actor opened the round `n` and has never been asked in it: the twin of `follows`. */
const followed = (actor: Actor): Sql => sql`(n."openedById" = ${actor.id}::uuid AND NOT EXISTS (
  SELECT FROM "RoundReviewer" own WHERE own."roundId" = n.id AND own."userId" = ${actor.id}::uuid))`

/**
 * The reviewers of the round `n`, in the order in which they were asked. Who has submitted is looked up only for those
 * who may know; what they knew before, only once all is revealed.
 */
const reviewers = (actor: Actor): Sql => sql`ARRAY(
  SELECT json_build_object(
    'person', ${person(sql`rr."userId"`)}, 'dropped', rr."droppedAt" IS NOT NULL, 'droppedFor', rr."droppedFor",
    'replacedBy', ${person(sql`rr."replacedById"`)},
    'submitted', CASE WHEN n."sealId" IS NULL OR n.state = 'revealed' OR ${followed(actor)} THEN EXISTS (
      SELECT FROM "Verdict" sv WHERE sv."roundId" = n.id AND sv."authorId" = rr."userId") END,
    'exposure', CASE WHEN n.state = 'revealed' THEN json_build_object('written', rr.written, 'seen', rr.seen) END)
  FROM "RoundReviewer" rr JOIN "User" ru ON ru.id = rr."userId" WHERE rr."roundId" = n.id
  ORDER BY rr."askedAt", lower(ru.name), rr."userId")`

/** Those that no seal keeps from the actor: their own, and all of a round that is revealed or in the open. */
const verdicts = (actor: Actor): Sql => sql`ARRAY(
  SELECT ${verdictJson(sql`n.number`)} FROM "Verdict" v WHERE v."roundId" = n.id AND ${visibleTo.claim(actor, 'v')}
  ORDER BY v."createdAt", v.id)`

/**
 * Reads rounds as `actor` may know them: one query, whatever their number. `rows` selects the "Round" rows, and `order`
 * (of alias `n`) puts them in order.
 */
export function readRounds(actor: Actor, rows: Sql, order: Sql, tx: Tx = db): Promise<RoundRow[]> {
  return tx.$queryRaw<RoundRow[]>`
    SELECT n.id, n."reviewId", n."projectId", n."claimId", n.number, cv.statement, cv.type::text AS type,
      c.state::text AS "claimState", cv.number AS "claimVersion", n.form, n."sealId" IS NOT NULL AS sealed,
      n.state::text AS state, n.quorum, n."dueAt", ${person(sql`n."openedById"`)} AS "openedBy", n."openedAt", n."closedAt",
      CASE WHEN n.state = 'revealed' OR n."openedById" = ${actor.id}::uuid THEN n.objection ELSE '' END AS objection,
      n.reason, n.version, ${reviewers(actor)} AS reviewers, n.state = 'open' AND ${waits(actor)} AS "asksMe",
      ${verdicts(actor)} AS verdicts, n.split
    FROM (${rows}) n JOIN "ClaimVersion" cv ON cv.id = n."claimVersionId" JOIN "Claim" c ON c.id = n."claimId"
    ORDER BY ${order}`
}

/** One round that is known to be there and to be the actor's to read. */
export async function readRound(actor: Actor, id: string, tx?: Tx): Promise<Round> {
  const [row] = await readRounds(actor, sql`SELECT * FROM "Round" WHERE id = ${id}::uuid`, sql`n.id`, tx)
  if (!row) throw new TypeError(`round ${id} is gone`)
  return presentRound(actor, row)
}

/** In the order of the schema, so that a retry is answered with the very same bytes. */
export function presentRound(actor: Actor, row: RoundRow): Round {
  const { id, reviewId, projectId, claimId, number, statement, type, claimState, claimVersion } = row
  const { sealed, state, quorum, dueAt, openedBy, openedAt, closedAt, objection, reason, version } = row
  const shown = row.verdicts.map(presentVerdict)
  return {
    ...{
      id,
      reviewId,
      projectId,
      claimId,
      number,
      statement,
      type,
      claimState,
      claimVersion,
      form: presentForm(row.form),
    },
    ...{ sealed, state, quorum, dueAt: dueAt?.toISOString() ?? null, openedBy, openedAt: openedAt.toISOString() },
    ...{ closedAt: closedAt?.toISOString() ?? null, objection, reason, version },
    reviewers: row.reviewers,
    mine: shown.find(({ author }) => author.id === actor.id) ?? null,
    ...{ asksMe: row.asksMe, verdicts: shown, split: row.split },
  }
}

function presentForm({ asks, ratings, level, likelihood, misleading, details, rated }: Round['form']): Round['form'] {
  const each = ratings.map(({ key, name, value }) => ({ key, name, value }))
  return { asks, ratings: each, level, likelihood, misleading, details, rated }
}
