import { z } from 'zod'
import { Id, Moment } from '@/domain/endpoint'
import type { Actor } from '@/domain/permissions/policy'
import { readAsked } from '@/domain/search/asked'
import { HIT_KINDS, MOST, type Found, type HitKind } from '@/domain/search/search'
import { cursor } from '../cursor'
import { db, empty, sql, type Sql } from '../db'
import { BRANCHES, type EntryKind, type Filter } from './branches'
import { candidates } from './candidates'
import { readHits, type Place } from './read-hits'
import { scopeOf } from './scope'

/** The newest of all that was found for the first page, so that what is made later moves nothing; and the last row shown. */
const position = cursor(z.tuple([Moment, z.int32(), z.int32(), Moment, Id]))

type Query = Filter & { cursor?: string | undefined; limit: number }

/** A row of the page; or, where it has no subject, how much there is of a kind of entry, and how new the newest is. */
type Row = Place & { at: Date; rank: number }
type Counted = { kind: EntryKind; subject: null; at: Date; whole: number; part: number; found: number }

/**
 * What says the words that are looked for, of all that the actor may read. Whole words come before parts of words, then it
 * goes by rank, which each has of its own words alone, then by age.
 *
 * Of each kind the newest are put in order, up to a thousand. What the actor may not read is not among them: nothing is found,
 * counted or crowded out by it. The kinds are looked for at once, each in a query of its own, and laid together here.
 */
export async function search(actor: Actor, { cursor: text, limit, kind, ...filter }: Query): Promise<Found> {
  const last = position.read(text)
  const asked = readAsked(filter.q)
  const scope = await scopeOf(actor, asked, filter)
  const where = { filter, scope, until: last ? new Date(last[0]) : null }
  const after = last
    ? sql`AND (tier, rank, at, subject) < (${last[1]}, ${last[2]}, ${new Date(last[3])}, ${last[4]}::uuid)`
    : empty
  const rows = await Promise.all(
    HIT_KINDS.map((hit) => {
      const all = candidates(actor, asked, hit, where)
      return all ? rowsOf(all, after, kind && kind !== hit ? 0 : limit + 1) : []
    }),
  )
  const counted = rows.flat().filter((row): row is Counted => row.subject === null)
  const found = rows
    .flat()
    .filter((row): row is Row => row.subject !== null)
    .sort(inOrder)
  const shown = found.slice(0, limit)
  const bottom = shown.at(-1)
  const newest = last?.[0] ?? new Date(Math.max(0, ...counted.map(({ at }) => at.getTime()))).toISOString()
  const next = ({ tier, rank, at, subject }: Row) => position.write([newest, tier, rank, at.toISOString(), subject])
  return {
    items: await readHits(shown, asked),
    next: bottom && found.length > limit ? next(bottom) : null,
    counts: Object.fromEntries(HIT_KINDS.map((hit) => [hit, countOf(hit, counted)])) as Found['counts'],
  }
}

/** The first `limit` of what was found of one kind, and how much there is of each kind of entry. */
function rowsOf(candidates: Sql, after: Sql, limit: number): Promise<(Row | Counted)[]> {
  return db.$queryRaw`
    WITH candidate AS MATERIALIZED (${candidates}),
    hit AS MATERIALIZED (
      SELECT *, row_number() OVER (PARTITION BY subject ORDER BY tier DESC, rank DESC, place) AS nth,
        (count(*) FILTER (WHERE kind = 'passage') OVER (PARTITION BY subject))::int AS passages
      FROM candidate
    ), page AS (
      SELECT * FROM hit WHERE nth = 1 ${after} ORDER BY tier DESC, rank DESC, at DESC, subject DESC LIMIT ${limit}
    )
    SELECT kind, subject, place, passages, at, rank, tier, NULL::int AS whole, NULL::int AS part, NULL::int AS found FROM page
    UNION ALL
    SELECT kind, NULL, 0, 0, max(at), 0, 0, (count(*) FILTER (WHERE tier = 1))::int, (count(*) FILTER (WHERE tier = 0))::int,
      (count(*) FILTER (WHERE nth = 1))::int
    FROM hit GROUP BY kind`
}

/** As each query has it: by tier, by rank, by age, and for certain by id. */
function inOrder(a: Row, b: Row): number {
  return b.tier - a.tier || b.rank - a.rank || b.at.getTime() - a.at.getTime() || (a.subject < b.subject ? 1 : -1)
}

/** How much there is of a kind, and whether there is more than was put in order. */
function countOf(hit: HitKind, counted: readonly Counted[]): Found['counts'][HitKind] {
  const own = counted.filter(({ kind }) => BRANCHES[kind].hit === hit)
  return {
    found: own.reduce((sum, { found }) => sum + found, 0),
    more: own.some(({ whole, part }) => whole > MOST.whole || part > MOST.part),
  }
}
