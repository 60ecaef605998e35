import { z } from 'zod'
import type { Claim } from '@/domain/claims/claim'
import type { CLAIM_SORTS } from '@/domain/claims/endpoints'
import { transitionOf, type ClaimState } from '@/domain/claims/states'
import { keysOf, PRIORITIES, type ClaimType } from '@/domain/claims/words'
import { Id, Moment } from '@/domain/endpoint'
import { authorise } from '@/domain/permissions/authorise'
import { can, type Actor, type Subject } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { empty, join, sql, type Sql } from '../db'
import { containing } from '../like'
import { findProject } from '../projects/find-project'
import { awaited, cleared, presentClaim, readClaims, type ClaimRow } from './present'
import { seenClaim, seenOccurrences } from './seen'

export type ClaimQuery = {
  cursor?: string | undefined
  limit: number
  sort: (typeof CLAIM_SORTS)[number]
  state?: ClaimState | undefined
  type?: ClaimType | undefined
  document?: string | undefined
  text: string
  waiting: 'true' | 'false'
}

/** An order: its sort keys in the cursor, in the condition for the next page, and in SQL. An index stands behind each. */
type Order = { by: Sql; after: (text: string | undefined) => Sql; cursorOf: (row: ClaimRow) => string }

const activity = cursor(z.tuple([z.literal('activity'), Moment, Id]))
const created = cursor(z.tuple([z.literal('created'), Moment, Id]))
const priority = cursor(z.tuple([z.enum(keysOf(PRIORITIES)), Moment, Id]))
const split = cursor(z.tuple([z.number().nullable(), Id]))

const ORDERS: Readonly<Record<ClaimQuery['sort'], Order>> = {
  activity: {
    by: sql`c."activeAt" DESC, c.id DESC`,
    after: (text) => {
      const last = activity.read(text)
      return last ? sql`AND (c."activeAt", c.id) < (${new Date(last[1])}, ${last[2]}::uuid)` : empty
    },
    cursorOf: ({ activeAt, id }) => activity.write(['activity', activeAt.toISOString(), id]),
  },
  created: {
    by: sql`c."createdAt" DESC, c.id DESC`,
    after: (text) => {
      const last = created.read(text)
      return last ? sql`AND (c."createdAt", c.id) < (${new Date(last[1])}, ${last[2]}::uuid)` : empty
    },
    cursorOf: ({ createdAt, id }) => created.write(['created', createdAt.toISOString(), id]),
  },
  priority: {
    by: sql`c.priority, c."activeAt" DESC, c.id DESC`,
    after: (text) => {
      const last = priority.read(text)
      if (!last) return empty
      const key = sql`${last[0]}::"Priority"`
      return sql`AND c.priority >= ${key} AND (c.priority > ${key} OR (c."activeAt", c.id) < (${new Date(last[1])}, ${last[2]}::uuid))`
    },
    cursorOf: (row) => priority.write([row.priority, row.activeAt.toISOString(), row.id]),
  },
  split: {
    by: sql`c.split DESC NULLS LAST, c.id DESC`,
    after: (text) => {
      const last = split.read(text)
      if (!last) return empty
      const next = sql`c.id < ${last[1]}::uuid`
      return last[0] === null
        ? sql`AND c.split IS NULL AND ${next}`
        : sql`AND (c.split < ${last[0]}::float8 OR c.split = ${last[0]}::float8 AND ${next} OR c.split IS NULL)`
    },
    cursorOf: (row) => split.write([row.split, row.id]),
  },
}

/** The claims of a project that the actor can see. */
export async function listClaims(
  actor: Actor,
  projectId: string,
  query: ClaimQuery,
): Promise<{ items: Claim[]; next: string | null }> {
  const project = await findProject(projectId)
  authorise(actor, 'project:read', project, 'project')
  const { by, after, cursorOf } = ORDERS[query.sort]
  const seen = sql`c."projectId" = ${projectId}::uuid AND ${seenClaim(actor, 'c')}`
  const where = join([seen, ...conditions(actor, project, query)], ' AND ')
  const rows = await readClaims(
    actor,
    sql`SELECT * FROM "Claim" c WHERE ${where} ${after(query.cursor)} ORDER BY ${by} LIMIT ${query.limit + 1}`,
    by,
  )
  return paged(rows, query.limit, presentClaim, cursorOf)
}

function conditions(actor: Actor, project: Subject, { state, type, document, text, waiting }: ClaimQuery): Sql[] {
  const words = text.trim()
  return [
    state && sql`c.state = ${state}::"ClaimState"`,
    type && sql`c.type = ${type}::"ClaimType"`,
    document &&
      sql`EXISTS (SELECT FROM ${seenOccurrences(actor)} WHERE o."claimId" = c.id AND d.id = ${document}::uuid)`,
    words && sql`c.statement ILIKE ${containing(words)}`,
    waiting === 'true' && waitsFor(actor, project),
  ].filter((condition) => typeof condition === 'object')
}

/** Whether claim `c` waits for a verdict of the actor, or for a key of the fast lane that they may press. */
function waitsFor(actor: Actor, project: Subject): Sql {
  if (!can(actor, 'claim:clear', project)) return awaited(actor)
  const states = [...transitionOf('clear').from]
  return sql`(${awaited(actor)} OR c.state = ANY(${states}::"ClaimState"[]) AND NOT c.held AND NOT ${cleared(actor)})`
}
