import { z } from 'zod'
import { actionsIn, PERSONAL, wordsOf } from '@/domain/audit/actions'
import type { AuditFilter, AuditLine } from '@/domain/audit/audit'
import { Id, Moment } from '@/domain/endpoint'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor, Permission } from '@/domain/permissions/policy'
import { deedOf } from '@/domain/permissions/authorise'
import { readAbout, type About } from '../activity/about'
import { cursor, paged } from '../cursor'
import { db, empty, sql, type Sql } from '../db'

const position = cursor(z.tuple([Moment, Id]))

type Query = AuditFilter & { cursor?: string | undefined; limit: number }

type Row = {
  id: string
  at: Date
  actorId: string | null
  name: string | null
  action: string
  subject: string
  address: string
  detail: string
}

/**
 * Who did what in a workspace, newest first: what was written with its workspace's id, and of its members how they signed
 * in while they were members. What is private or held is audited without a workspace, and so is in none of it.
 */
export async function listAudit(
  actor: Actor,
  workspaceId: string,
  { cursor: text, limit, ...filter }: Query,
): Promise<{ items: AuditLine[]; next: string | null }> {
  authorise(actor, 'audit:read', { workspaceId }, 'workspace')
  const last = position.read(text)
  const rows = await readRows(workspaceId, filter, last && { at: new Date(last[0]), id: last[1] }, limit + 1)
  const about = await readAbout(actor, rows.map(({ subject }) => subject)) // prettier-ignore
  return paged(rows, limit, (row) => present(row, about.get(row.subject)), ({ at, id }) => position.write([at.toISOString(), id])) // prettier-ignore
}

/**
 * What was done in the workspace, what its members did as themselves, and what was tried in their names: each in order along
 * an index, and cut before they are put together.
 */
function readRows(
  workspaceId: string,
  { person, kind, from, to }: AuditFilter,
  last: { at: Date; id: string } | null,
  limit: number,
): Promise<Row[]> {
  const narrowed = sql`
    ${person ? sql`AND (e."actorId" = ${person}::uuid OR e."actorId" IS NULL AND e.subject = ${person}::uuid)` : empty}
    ${kind ? sql`AND e.action = ANY(${actionsIn(kind)})` : empty}
    ${from ? sql`AND e.at >= ${new Date(from)}` : empty}
    ${to ? sql`AND e.at < ${new Date(to)}::timestamptz + interval '1 day'` : empty}
    ${last ? sql`AND (e.at, e.id) < (${last.at}, ${last.id}::uuid)` : empty}`
  const newest: Sql = sql`ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`
  return db.$queryRaw<Row[]>`
    SELECT e.id, e.at, e."actorId", u.name, e.action, e.subject, e.address, e.detail FROM (
      (SELECT e.* FROM "AuditEntry" e
        WHERE e."workspaceId" = ${workspaceId}::uuid ${narrowed} AND NOT (${TWICE}) ${newest})
      UNION ALL
      (SELECT e.* FROM "Membership" m CROSS JOIN LATERAL (
          SELECT e.* FROM "AuditEntry" e
          WHERE e."actorId" = m."userId" AND e."workspaceId" IS NULL AND e.at >= m."createdAt"
            AND e.action = ANY(${[...PERSONAL]}) ${narrowed} ${newest}) e
        WHERE m."workspaceId" = ${workspaceId}::uuid)
      UNION ALL
      (SELECT e.* FROM "AuditEntry" e
        JOIN "Membership" m ON m."workspaceId" = ${workspaceId}::uuid AND m."userId" = e.subject AND e.at >= m."createdAt"
        WHERE e."actorId" IS NULL AND e."workspaceId" IS NULL AND e.action = ANY(${[...PERSONAL]}) ${narrowed} ${newest})
    ) e LEFT JOIN "User" u ON u.id = e."actorId" ${newest}`
}

/**
 * One deed that is told in several streams is audited for each, at one moment: the first of them stands for all. A refusal
 * is in no stream, and each is one of its own, also where two came within a millisecond.
 */
const TWICE = sql`e.detail = '' AND EXISTS (SELECT FROM "AuditEntry" o WHERE o."actorId" = e."actorId" AND o.at = e.at AND o.id < e.id
  AND o.action = e.action AND o.subject = e.subject AND o."workspaceId" = e."workspaceId")`

function present(row: Row, about: About | undefined): AuditLine {
  const { says, it, group, alone } = wordsOf(row.action)
  const line = { ...named(row), href: null, address: group === 'security' ? row.address : null }
  if (alone && row.actorId === row.subject) return { ...line, did: alone, what: '', rest: '' }
  const [did = '', rest = ''] = says.split('{it}').map((part) => part.trim())
  if (it === '') return { ...line, did, what: '', rest }
  if (row.action === 'access.refused') {
    return { ...line, did, what: `to ${deedOf(row.detail as Permission) ?? 'do something'}`, rest }
  }
  return { ...line, did, what: about ? called(about) : it, rest, href: about?.href ?? null }
}

/** What is said somewhere stands in quotes, and a passage with its document. */
function called({ topic, text, document }: About): string {
  const said = ['annotation', 'claim', 'relation', 'finding'].includes(topic) ? `“${text}”` : text
  return document ? `${said} in ${document.title}` : said
}

/** Who it was, and when. */
function named({ id, at, action, actorId, name }: Row): Pick<AuditLine, 'id' | 'at' | 'action' | 'by'> {
  return { id, at: at.toISOString(), action, by: actorId === null ? null : { id: actorId, name: name ?? '' } }
}
