import type { Actor } from '@/domain/permissions/policy'
import type { Asked } from '@/domain/search/asked'
import { db, join, sql } from '../db'
import { ENTRY_KINDS, type EntryKind, type Filter } from './branches'
import { wholeWords } from './says'

/** Where a search looks. */
export type Scope = {
  /** Of the actor. */
  workspaceIds: string[]
  /** In which something in them is written, as PostgreSQL's text search names them. */
  languages: string[]
  /** Whether what is looked for is so frequent among entries of this kind that any stretch of time has enough of it. */
  isEverywhere: (near: { kind: EntryKind; workspaceId: string }) => boolean
}

/** More than this are not gathered to find the newest of them. Where few of them will do, since a filter is narrow, more. */
const MANY = { free: 4_000, filtered: 20_000 }

/** Filters that leave few things, which are then found before the words. */
const NARROW = ['document'] as const
const FILTERED = ['author', 'label', 'tag', 'status', 'state', 'from', 'to'] as const

/** The workspaces and languages that are looked through, and what is to be expected of what is looked for there. */
export async function scopeOf(actor: Actor, asked: Asked, filter: Filter): Promise<Scope> {
  const workspaceIds = [...actor.roles.keys()].filter((id) => !filter.workspace || id === filter.workspace)
  const rows = await db.$queryRaw<{ language: string }[]>`
    SELECT DISTINCT language FROM "SearchEntry" WHERE "workspaceId" = ANY(${workspaceIds}::uuid[]) AND kind IN ('title', 'claim')`
  const languages = [...new Set(['simple', ...rows.map(({ language }) => language)])].sort()
  const most = FILTERED.some((name) => filter[name] !== undefined) ? MANY.filtered : MANY.free
  const expected = NARROW.some((name) => filter[name] !== undefined)
    ? new Map<string, number>()
    : await expectedIn(workspaceIds, asked, languages)
  return {
    workspaceIds,
    languages,
    isEverywhere: ({ kind, workspaceId }) => (expected.get(`${kind} in ${workspaceId}`) ?? 0) > most,
  }
}

type Plan = { 'Plan Rows': number; Plans?: Plan[] }

/** How many entries of each kind and workspace PostgreSQL expects to say this: its own guess, without looking. */
async function expectedIn(workspaceIds: string[], asked: Asked, languages: string[]): Promise<Map<string, number>> {
  const places = workspaceIds.flatMap((workspaceId) => ENTRY_KINDS.map((kind) => ({ kind, workspaceId })))
  if (places.length === 0) return new Map()
  const says = wholeWords(asked, languages)
  const each = places.map(
    ({ kind, workspaceId }) => sql`SELECT FROM "SearchEntry" e WHERE ${says({ kind, workspaceIds: [workspaceId] })}`,
  )
  const [row] = await db.$queryRaw<
    { 'QUERY PLAN': [{ Plan: Plan }] }[]
  >`EXPLAIN (FORMAT JSON) ${join(each, ' UNION ALL ')}`
  const plans = row?.['QUERY PLAN'][0].Plan.Plans ?? []
  return new Map(
    places.map(({ kind, workspaceId }, nth) => [`${kind} in ${workspaceId}`, plans[nth]?.['Plan Rows'] ?? 0]),
  )
}
