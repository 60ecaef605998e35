import { z } from 'zod'
import type { Event, EventKind } from '@/domain/event'
import { cursor, paged } from './cursor'
import { db } from './db'

export type StreamQuery = { cursor?: string | undefined; limit: number; after: number }

const position = cursor(z.strictObject({ seq: z.int32() }))

/** The events of a stream after number `after`, oldest first. The caller has made sure that the actor may read it. */
export async function readStream(streamId: string, { cursor: at, limit, after }: StreamQuery) {
  const since = Math.max(after, position.read(at)?.seq ?? 0)
  const rows = await db.event.findMany({
    where: { streamId, seq: { gt: since } },
    orderBy: { seq: 'asc' },
    take: limit + 1,
  })
  return paged(rows, limit, present, ({ seq }) => position.write({ seq }))
}

type Row = { seq: number; kind: string; subject: string; actorId: string; at: Date }

function present({ seq, kind, subject, actorId, at }: Row): Event {
  return { seq, kind: kind as EventKind, subject, actorId, at: at.toISOString() }
}
