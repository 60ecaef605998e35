import { z } from 'zod'
import { Id, Moment } from '@/domain/endpoint'
import type { Notification } from '@/domain/notifications/notification'
import { MOST_COUNTED } from '@/domain/notifications/words'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { db, empty, sql, type Sql } from '../db'
import { aboutTitle, seenNotices } from './seen'

const position = cursor(z.tuple([Moment, Id]))

/** So much of what was written tells what it is about. */
const EXCERPT = 240

type Query = { cursor?: string | undefined; limit: number; unread: 'true' | 'false' }

/** What happened to the actor, newest first, as far as they may read it now. */
export async function listNotifications(
  actor: Actor,
  { cursor: text, limit, unread }: Query,
): Promise<{ items: Notification[]; next: string | null }> {
  const last = position.read(text)
  const rows = await readNotices(
    actor,
    sql`${unread === 'true' ? sql`AND n."readAt" IS NULL` : empty}
      ${last ? sql`AND (n.at, n.id) < (${new Date(last[0])}, ${last[1]}::uuid)` : empty}
    ORDER BY n.at DESC, n.id DESC LIMIT ${limit + 1}`,
  )
  return paged(rows, limit, presentNotice, ({ at, id }) => position.write([at.toISOString(), id]))
}

/** How many of the actor's notifications are unread; it stops counting where a badge does. */
export async function countUnread(actor: Actor): Promise<{ count: number }> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM ${seenNotices(actor)} AND n."readAt" IS NULL LIMIT ${MOST_COUNTED + 1}) unread`
  return row
}

type Row = Pick<Notification, 'id' | 'kind' | 'read' | 'topic' | 'topicId' | 'title' | 'excerpt'> & {
  at: Date
  actorId: string
  name: string
  projectId: string | null
  project: string | null
}

/** The notices that the actor may read, of those that `rest` of the condition leaves. */
export function readNotices(actor: Actor, rest: Sql): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT n.id, n.kind, n.topic::text AS topic, n."topicId", n.at, n."readAt" IS NOT NULL AS read, n."actorId", u.name,
      p.id AS "projectId", p.name AS project,
      coalesce(${aboutTitle}, w.name, '') AS title,
      left(coalesce(c.text, a.exact, ''), ${EXCERPT}) AS excerpt
    FROM ${seenNotices(actor)} ${rest}`
}

export function presentNotice(row: Row): Notification {
  const { id, kind, read, topic, topicId, title, excerpt, at, actorId, name, projectId, project } = row
  return {
    ...{ id, kind, at: at.toISOString(), read, by: { id: actorId, name }, topic, topicId, title },
    project: projectId === null ? null : { id: projectId, name: project ?? '' },
    excerpt,
  }
}
