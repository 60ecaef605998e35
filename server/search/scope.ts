import type { Actor } from '@/domain/permissions/policy'
import type { Asked } from '@/domain/search/asked'
import { db, join, sql, type Sql } from '../db'
import { ENTRY_KINDS, type EntryKind, type Filter } from './branches'
import { partsOfWords, wholeWords, type Says } from './says'
import { walks } from './walks'

/** How a text is to say what is looked for. */
export type Tier = 'whole' | 'part'

/** Where a search looks. */
export type Scope = {
  /** Of the actor. */
  workspaceIds: string[]
  /** In which something in them is written, as PostgreSQL's text search names them. */
  languages: string[]
  /** Whether something leaves out much of what says what is looked for. */
  filtered: boolean
  /** Whether what is looked for is come across soon enough by walking through entries of this kind from the newest on. */
  isWalked: (tier: Tier, near: Near) => boolean
}

type Near = { kind: EntryKind; workspaceId: string }

/** Filters that leave few things, which are then found before the words. */
const NARROW = ['document'] as const
const FILTERED = ['author', 'label', 'tag', 'status', 'state', 'from', 'to'] as const

/** The workspaces and languages that are looked through, and what is to be expected of what is looked for there. */
export async function scopeOf(actor: Actor, asked: Asked, filter: Filter): Promise<Scope> {
  const workspaceIds = [...actor.roles.keys()].filter((id) => !filter.workspace || id === filter.workspace)
  const rows = await db.$queryRaw<{ language: string }[]>`
    SELECT DISTINCT language FROM "SearchEntry" WHERE "workspaceId" = ANY(${workspaceIds}::uuid[]) AND kind IN ('title', 'claim')`
  const languages = [...new Set(['simple', ...rows.map(({ language }) => language)])].sort()
  const has = (names: readonly (keyof Filter)[]) => names.some((name) => filter[name] !== undefined)
  if (has(NARROW)) return { workspaceIds, languages, filtered: true, isWalked: () => false }
  const expected = await expectedIn(workspaceIds, {
    all: () => sql`true`,
    whole: wholeWords(asked, languages),
    part: asked.parts ? partsOfWords(asked.parts) : () => sql`false`,
  })
  const filtered = has(FILTERED)
  const isWalked = (tier: Tier, near: Near) =>
    walks({ kind: near.kind, all: expected('all', near), saying: expected(tier, near), tier, filtered })
  return { workspaceIds, languages, filtered, isWalked }
}

type Plan = { 'Plan Rows': number; Plans?: Plan[] }

/** How many entries of a kind in a workspace PostgreSQL expects to say each of these: its own guess, without looking. */
async function expectedIn<K extends string>(workspaceIds: string[], says: Readonly<Record<K, Says>>) {
  const keys = Object.keys(says) as K[]
  const places = workspaceIds.flatMap((workspaceId) => ENTRY_KINDS.map((kind) => ({ kind, workspaceId })))
  const nameOf = (key: K, { kind, workspaceId }: Near) => `${key}: ${kind} in ${workspaceId}`
  const guesses = places.flatMap((near) =>
    keys.map((key) => ({ name: nameOf(key, near), plan: guessOf(near, says[key]) })),
  )
  const expected = new Map<string, number>()
  if (guesses.length > 0) {
    const all = join(
      guesses.map(({ plan }) => plan),
      ' UNION ALL ',
    )
    const [row] = await db.$queryRaw<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>`EXPLAIN (FORMAT JSON) ${all}`
    const plans = row?.['QUERY PLAN'][0].Plan.Plans ?? []
    for (const [nth, { name }] of guesses.entries()) expected.set(name, plans[nth]?.['Plan Rows'] ?? 0)
  }
  return (key: K, near: Near): number => expected.get(nameOf(key, near)) ?? 0
}

const guessOf = ({ kind, workspaceId }: Near, says: Says): Sql => sql`
  SELECT FROM "SearchEntry" e
  WHERE e."workspaceId" = ${workspaceId}::uuid AND e.kind = ${kind}::"SearchKind" AND (${says(null)})`
