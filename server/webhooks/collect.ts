import { v7 } from 'uuid'
import { anyMember } from '../any-member'
import { seenClaim } from '../claims/seen'
import { db, join, sql, type Sql, type Tx } from '../db'
import { visibleTo } from '../visible-to'
import { nextNumber } from './send-by-hand'

/** As many events are looked at in one step. */
export const STEP = 200

/** A line with so many messages in it is long enough: what follows stays in the log of events until it is shorter. */
export const LONGEST = 500

/** How much later than its audit row an event may be seen: longer than any transaction lasts; in s. */
const OVERLAP_S = 300

type Due = { webhookId: string; workspaceId: string; kinds: string[] }

/**
 * Takes what has happened from the log of events into the lines of the webhooks that want it. Each webhook has a place of
 * its own in every stream, and place and line move in one transaction, so that nothing is left out and nothing is put in
 * twice, however many processes do this at once. Answers how many messages were put in line.
 */
export async function collect(now = new Date()): Promise<number> {
  let collected = 0
  for (const webhook of await moved()) collected += await collectFor(webhook, now)
  return collected
}

/** The webhooks in whose workspace something may have happened since they looked. The audit has a row for every event. */
function moved(): Promise<Due[]> {
  return db.$queryRaw<Due[]>`
    SELECT w.id AS "webhookId", w."workspaceId", w.kinds
    FROM "Webhook" w JOIN "WebhookProgress" p ON p."webhookId" = w.id JOIN "Workspace" s ON s.id = w."workspaceId"
    WHERE w.active AND s."deletedAt" IS NULL AND EXISTS (
      SELECT FROM "AuditEntry" a WHERE a."workspaceId" = w."workspaceId"
        AND a.at > p."collectedAt" - ${OVERLAP_S} * interval '1 s')
      AND (SELECT count(*) FROM "WebhookDelivery" d WHERE d."webhookId" = w.id AND d.state = 'waiting') < ${LONGEST}`
}

async function collectFor(webhook: Due, now: Date): Promise<number> {
  for (let collected = 0; ;) {
    const { seen, taken } = await db.$transaction((tx) => step(tx, webhook, now))
    collected += taken
    if (seen < STEP || collected >= LONGEST) return collected
  }
}

type Happened = {
  streamId: string
  streamKind: 'workspace' | 'project' | 'document' | 'claim'
  seq: number
  kind: string
  subject: string
  actorId: string
  at: Date
}

async function step(
  tx: Tx,
  { webhookId, workspaceId, kinds }: Due,
  now: Date,
): Promise<{ seen: number; taken: number }> {
  // Whoever else collects for it waits here, and finds the places moved.
  await tx.$executeRaw`SELECT FROM "WebhookProgress" WHERE "webhookId" = ${webhookId}::uuid FOR UPDATE`
  const events = await newEvents(tx, webhookId, workspaceId)
  const wanted = events.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
  if (wanted.length > 0) {
    const first = await nextNumber(tx, webhookId, wanted.length)
    const data = wanted.map((event, nth) => ({ id: v7(), workspaceId, webhookId, number: first + nth, ...event }))
    await tx.webhookDelivery.createMany({ data })
  }
  const places = new Map(events.map(({ streamId, seq }) => [streamId, seq]))
  if (places.size > 0) {
    const rows = [...places].map(
      ([streamId, seq]) => sql`(${webhookId}::uuid, ${streamId}::uuid, ${workspaceId}::uuid, ${seq}::int)`,
    )
    await tx.$executeRaw`
      INSERT INTO "WebhookCursor" ("webhookId", "streamId", "workspaceId", seq) VALUES ${join(rows)}
      ON CONFLICT ("webhookId", "streamId") DO UPDATE SET seq = excluded.seq`
  }
  if (events.length < STEP) await tx.webhookProgress.update({ where: { webhookId }, data: { collectedAt: now } })
  return { seen: events.length, taken: wanted.length }
}

/**
 * What the webhook has not been told, of the streams that any member could read at this moment: neither of what is in the
 * trash, nor of what is removed, private or held. In each stream by its numbers; across streams as they were written, as
 * far as that can be said.
 */
function newEvents(tx: Tx, webhookId: string, workspaceId: string): Promise<Happened[]> {
  return tx.$queryRaw<Happened[]>`
    SELECT s.id AS "streamId", s.kind::text AS "streamKind", e.seq, e.kind, e.subject, e."actorId", e.at
    FROM (${openStreams(workspaceId)}) o JOIN "Stream" s ON s.id = o.id AND s.kind <> 'person'
      LEFT JOIN "WebhookCursor" c ON c."webhookId" = ${webhookId}::uuid AND c."streamId" = s.id
      CROSS JOIN LATERAL (
        SELECT * FROM "Event" e WHERE e."streamId" = s.id AND e.seq > coalesce(c.seq, 0) ORDER BY e.seq LIMIT ${STEP}) e
    WHERE s.seq > coalesce(c.seq, 0)
    ORDER BY max(e.at) OVER (PARTITION BY s.id ORDER BY e.seq), s.id, e.seq LIMIT ${STEP}`
}

function openStreams(workspaceId: string): Sql {
  const [reader, id] = [anyMember(workspaceId), sql`${workspaceId}::uuid`]
  return sql`
    SELECT ${id} AS id
    UNION ALL SELECT p.id FROM "Project" p WHERE p."workspaceId" = ${id}
    UNION ALL SELECT d.id FROM "Document" d WHERE d."workspaceId" = ${id} AND ${visibleTo.document(reader, 'd')}
    UNION ALL SELECT c.id FROM "Claim" c WHERE c."workspaceId" = ${id} AND ${seenClaim(reader, 'c')}`
}
