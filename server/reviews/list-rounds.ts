import { z } from 'zod'
import { Id, Moment } from '@/domain/endpoint'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import type { Round } from '@/domain/reviews/round'
import { authoriseClaim, findClaim } from '../claims/find-claim'
import { waits } from '../claims/present'
import { cursor, paged } from '../cursor'
import { empty, join, sql } from '../db'
import { findProject } from '../projects/find-project'
import { authoriseRound, findRound } from './find-round'
import { presentRound, readRound, readRounds } from './present'

type Page = { items: Round[]; next: string | null }
type Paging = { cursor?: string | undefined; limit: number }
type Filter = { state?: Round['state'] | undefined; waiting: 'true' | 'false' }

const opened = cursor(z.tuple([Moment, Id]))
const numbered = cursor(z.int32())

/** The rounds of a project, newest first; on demand those that wait for a verdict of the actor. */
export async function listRounds(
  actor: Actor,
  projectId: string,
  { cursor: text, limit, state, waiting }: Paging & Filter,
): Promise<Page> {
  authorise(actor, 'project:read', await findProject(projectId), 'project')
  const last = opened.read(text)
  const where = [
    sql`n."projectId" = ${projectId}::uuid`,
    state ? sql`n.state = ${state}::"RoundState"` : empty,
    waiting === 'true' ? sql`n.state = 'open' AND ${waits(actor)}` : empty,
    last ? sql`(n."openedAt", n.id) < (${new Date(last[0])}, ${last[1]}::uuid)` : empty,
  ].filter((condition) => condition !== empty)
  const order = sql`n."openedAt" DESC, n.id DESC`
  const rows = await readRounds(
    actor,
    sql`SELECT * FROM "Round" n WHERE ${join(where, ' AND ')} ORDER BY ${order} LIMIT ${limit + 1}`,
    order,
  )
  return paged(
    rows,
    limit,
    (row) => presentRound(actor, row),
    ({ openedAt, id }) => opened.write([openedAt.toISOString(), id]),
  )
}

/** The rounds of a claim, newest first. */
export async function listClaimRounds(actor: Actor, claimId: string, { cursor: text, limit }: Paging): Promise<Page> {
  authoriseClaim(actor, 'claim:read', await findClaim(claimId))
  const last = numbered.read(text)
  const before = last === null ? empty : sql`AND n.number < ${last}`
  const order = sql`n.number DESC`
  const rows = await readRounds(
    actor,
    sql`SELECT * FROM "Round" n WHERE n."claimId" = ${claimId}::uuid ${before} ORDER BY ${order} LIMIT ${limit + 1}`,
    order,
  )
  return paged(
    rows,
    limit,
    (row) => presentRound(actor, row),
    ({ number }) => numbered.write(number),
  )
}

/** One round, as its reader may know it. */
export async function getRound(actor: Actor, roundId: string): Promise<Round> {
  authoriseRound(actor, 'round:read', await findRound(actor, roundId))
  return readRound(actor, roundId)
}
