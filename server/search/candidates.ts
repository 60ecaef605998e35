import type { Actor } from '@/domain/permissions/policy'
import { looksForSomething, type Asked } from '@/domain/search/asked'
import { MOST, type HitKind } from '@/domain/search/search'
import { join, sql, type Sql } from '../db'
import { BRANCHES, conditions, days, ENTRY_KINDS, type EntryKind, type Filter } from './branches'
import { partsOfWords, wholeWords, type Says } from './says'
import type { Scope, Tier } from './scope'

/** Parts of words are looked for too where fewer than this are found by whole words. */
const FEW = 20

export type Where = { filter: Filter; scope: Scope; until: Date | null }

/**
 * What is found of a kind, as rows of kind of entry, subject, place, at, rank and tier (1 for whole words, 0 for parts of
 * words): of each kind of entry the newest that the actor can read, and one more than are put in order, so that it is known
 * whether there are more. `until` leaves out what was made after it. Null where nothing can be found.
 */
export function candidates(actor: Actor, asked: Asked, hit: HitKind, { filter, scope, until }: Where): Sql | null {
  if (!looksForSomething(asked) || scope.workspaceIds.length === 0) return null
  const kinds = ENTRY_KINDS.filter((kind) => BRANCHES[kind].hit === hit)
  const branches = kinds.flatMap((kind) => {
    const narrowed = conditions(kind, filter, actor)
    const made = [...(until ? [sql`e.at <= ${until}`] : []), ...days(filter)]
    return narrowed ? found({ actor, kind, asked, scope, narrowed, made }) : []
  })
  return branches.length > 0 ? join(branches, ' UNION ALL ') : null
}

/** Where it is looked: what of a kind, made when. */
type Look = { actor: Actor; kind: EntryKind; asked: Asked; scope: Scope; narrowed: Sql[]; made: Sql[] }

/** What is found of one kind of entry: by whole words, and where these are few, by parts of words. */
function found(look: Look): Sql {
  const { kind, asked, scope, made } = look
  const rank = join(
    scope.languages.map((it) => sql`WHEN ${it} THEN ts_rank(e.words, search_query(${it}, ${asked.web}), 1)`),
    ' ',
  )
  // Only what is put in order has its words read.
  const whole = sql`SELECT subject, place, at, (CASE e.language ${rank} END * 1000000)::int AS rank
    FROM (${newest(look, 'whole', wholeWords(asked, scope.languages))}) newest JOIN "SearchEntry" e USING (subject, place, at)`
  const { parts } = asked
  if (!parts) return sql`SELECT ${kind}::text AS kind, *, 1 AS tier FROM (${whole}) whole`
  const few = sql`(SELECT count(*) FROM whole) < ${FEW} AND (e.subject, e.place) NOT IN (SELECT subject, place FROM whole)`
  const part = newest({ ...look, made: [few, ...made] }, 'part', partsOfWords(parts))
  return sql`SELECT ${kind}::text AS kind, * FROM (
    WITH whole AS MATERIALIZED (${whole})
    SELECT *, 1 AS tier FROM whole UNION ALL SELECT *, 0, 0 FROM (${part}) part) both_tiers`
}

/**
 * The newest entries of a kind that the actor can read.
 *
 * What is rare is gathered by its words and the places that are kept among them. What is frequent in a workspace is come
 * across in the order of time, which an index has, so that no more is read than is wanted; and so is what there is little to
 * look through for. Which it is was estimated before (`walks`): asked for both at once, PostgreSQL takes words, place and what
 * may be read for independent, and expects next to nothing.
 */
function newest(look: Look, tier: Tier, says: Says): Sql {
  const { scope, kind } = look
  const walked = scope.workspaceIds.filter((workspaceId) => scope.isWalked(tier, { kind, workspaceId }))
  const others = scope.workspaceIds.filter((workspaceId) => !walked.includes(workspaceId))
  const ways = [
    ...(others.length > 0 ? [gathered(look, says, others)] : []),
    ...walked.map((workspaceId) => cameAcross(look, says, workspaceId)),
  ].map((way) => sql`(SELECT e.subject, e.place, e.at FROM ${way} ${NEWEST} LIMIT ${MOST[tier] + 1})`)
  if (ways.length === 1) return ways[0] as Sql
  return sql`SELECT * FROM (${join(ways, ' UNION ALL ')}) each ${NEWEST} LIMIT ${MOST[tier] + 1}`
}

const NEWEST = sql`ORDER BY at DESC, subject DESC, place DESC`

/**
 * They are put in order first, and whether the actor may read them is asked of one after another, until there are enough. All
 * are asked at once where a filter leaves few, and of comments, of which it is much to ask.
 */
function gathered(look: Look, says: Says, workspaceIds: string[]): Sql {
  const { actor, kind, narrowed, made, scope } = look
  const near = join([sql`(${says({ kind, workspaceIds })})`, ...made], ' AND ')
  if (scope.filtered || kind === 'comment')
    return sql`"SearchEntry" e ${BRANCHES[kind].seen(actor)} WHERE ${join([near, ...narrowed], ' AND ')}`
  return sql`(SELECT subject, place, at FROM "SearchEntry" e WHERE ${near} ${NEWEST} OFFSET 0) e WHERE ${seen(look)}`
}

/** `IS TRUE` keeps PostgreSQL from gathering all the same. */
function cameAcross(look: Look, says: Says, workspaceId: string): Sql {
  const place = sql`e."workspaceId" = ${workspaceId}::uuid AND e.kind = ${look.kind}::"SearchKind"`
  return sql`"SearchEntry" e WHERE ${join([place, sql`(${says(null)}) IS TRUE`, ...look.made, seen(look)], ' AND ')}`
}

/** Whether the actor can read an entry, asked of it alone; `OFFSET 0` keeps PostgreSQL from asking of all of them. */
const seen = ({ actor, kind, narrowed }: Look): Sql => sql`EXISTS (
  SELECT FROM (VALUES (1)) one ${BRANCHES[kind].seen(actor)} WHERE ${join([sql`true`, ...narrowed], ' AND ')} OFFSET 0)`
