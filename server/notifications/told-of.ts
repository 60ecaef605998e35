import type { EventKind } from '@/domain/event'
import { NOTICE_KINDS, NOTICES } from '@/domain/notifications/words'
import type { Actor } from '@/domain/permissions/policy'
import { Prisma } from '@/prisma/client/client'
import { config } from '../config'
import { empty, sql, type Sql } from '../db'
import type { StreamRef } from '../stream'
import { TELLINGS } from './tellings'

type Told = { in: StreamRef; kind: EventKind; subject: string; workspaceId: string | null; tells?: Sql }

/**
 * The notices that come with an event, as part of the statement that writes it: for members of its workspace, one for
 * each of what happened as far as they wish to be told, and none for who did it. Of one that was told before nothing is told again.
 */
export function toldOf(actor: Actor, { in: stream, kind, subject, workspaceId, tells }: Told): Sql {
  const telling = TELLINGS[kind]
  const inTable = telling?.in.includes(stream.kind)
    ? telling.rows(sql`${subject}::uuid`, sql`${stream.id}::uuid`)
    : null
  const rows = tells ?? inTable
  if (!rows || workspaceId === null) return empty
  return sql`, told AS (
    INSERT INTO "Notification" (id, "userId", "workspaceId", "projectId", kind, topic, "topicId", subject, "actorId", "streamId", seq, mail)
    SELECT DISTINCT ON (t.who, what.subject) gen_random_uuid(), t.who, m."workspaceId", what."projectId", t.kind,
      t.topic::"NoticeTopic", t."topicId", what.subject, what.by, moved.id, moved.seq, coalesce(here.mail, anywhere.mail, 'daily')
    FROM moved CROSS JOIN (${rows}) t
      CROSS JOIN LATERAL (SELECT coalesce(t.subject, ${subject}::uuid) AS subject, coalesce(t.by, ${actor.id}::uuid) AS by,
        coalesce(t."projectId", ${projectOf}) AS "projectId") what
      JOIN "Membership" m ON m."workspaceId" = ${workspaceId}::uuid AND m."userId" = t.who
      LEFT JOIN "NotificationChoice" here ON here."userId" = t.who AND here."scopeId" = what."projectId"
      LEFT JOIN "NotificationChoice" anywhere ON anywhere."userId" = t.who AND anywhere."scopeId" = t.who
    WHERE t.who <> what.by AND CASE coalesce(here.level, anywhere.level, 'all')
      WHEN 'all' THEN true WHEN 'calls' THEN t.kind IN (${CALLING}) ELSE false END
    ORDER BY t.who, what.subject, t.kind <> 'mentioned'
    ON CONFLICT DO NOTHING RETURNING id, "userId", mail
  )${config.mail ? mailed : empty}`
}

/** The project of what a row `t` is about, which is there already. */
const projectOf = sql`(
  SELECT it."projectId" FROM "Annotation" it WHERE it.id = t."topicId" AND t.topic = 'annotation'
  UNION ALL SELECT it."projectId" FROM "Claim" it WHERE it.id = t."topicId" AND t.topic = 'claim'
  UNION ALL SELECT it."projectId" FROM "ClaimRelation" it WHERE it.id = t."topicId" AND t.topic = 'relation'
  UNION ALL SELECT it."projectId" FROM "Finding" it WHERE it.id = t."topicId" AND t.topic = 'finding')`

/** The kinds by which a person is called themself. */
const CALLING = Prisma.raw(NOTICE_KINDS.filter((kind) => NOTICES[kind].calls).map((kind) => `'${kind}'`).join()) // prettier-ignore

/** Whoever wishes so gets it by mail at once: the outbox is written with it. */
const mailed = sql`, mailed AS (
  INSERT INTO "Mail" (id, kind, "userId", about) SELECT gen_random_uuid(), 'notice', told."userId", told.id
  FROM told WHERE told.mail = 'atOnce')`
