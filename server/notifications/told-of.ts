import type { EventKind } from '@/domain/event'
import type { Actor } from '@/domain/permissions/policy'
import { empty, sql, type Sql } from '../db'
import type { StreamRef } from '../stream'
import { TELLINGS } from './tellings'

type Told = { in: StreamRef; kind: EventKind; subject: string; workspaceId: string | null; tells?: Sql }

/**
 * The notices that come with an event, as part of the statement that writes it: for members of its workspace, one for
 * each of what happened, and none for who did it. Of one that was told before nothing is told again.
 */
export function toldOf(actor: Actor, { in: stream, kind, subject, workspaceId, tells }: Told): Sql {
  const telling = TELLINGS[kind]
  const inTable = telling?.in.includes(stream.kind)
    ? telling.rows(sql`${subject}::uuid`, sql`${stream.id}::uuid`)
    : null
  const rows = tells ?? inTable
  if (!rows || workspaceId === null) return empty
  return sql`, told AS (
    INSERT INTO "Notification" (id, "userId", "workspaceId", kind, topic, "topicId", subject, "actorId", "streamId", seq)
    SELECT DISTINCT ON (t.who, what.subject) gen_random_uuid(), t.who, m."workspaceId", t.kind, t.topic::"NoticeTopic",
      t."topicId", what.subject, what.by, moved.id, moved.seq
    FROM moved CROSS JOIN (${rows}) t
      CROSS JOIN LATERAL (SELECT coalesce(t.subject, ${subject}::uuid) AS subject, coalesce(t.by, ${actor.id}::uuid) AS by) what
      JOIN "Membership" m ON m."workspaceId" = ${workspaceId}::uuid AND m."userId" = t.who
    WHERE t.who <> what.by
    ORDER BY t.who, what.subject, t.kind <> 'mentioned'
    ON CONFLICT DO NOTHING RETURNING id
  )`
}
