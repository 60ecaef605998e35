import { z } from 'zod'
import type { Event, EventKind } from '@/domain/event'
import { cursor, paged } from './cursor'
import { db } from './db'

export type StreamQuery = {
  cursor?: string | undefined
  limit: number
  after: number
  /** Oldest first, unless said otherwise. */
  order?: 'asc' | 'desc' | undefined
}

const position = cursor(z.strictObject({ seq: z.int32() }))

/** The events of a stream after number `after`. The caller has made sure that the actor may read it. */
export async function readStream(streamId: string, { cursor: at, limit, after, order = 'asc' }: StreamQuery) {
  const last = position.read(at)?.seq
  const seq =
    order === 'asc' ? { gt: Math.max(after, last ?? 0) } : { gt: after, ...(last !== undefined && { lt: last }) }
  const rows = await db.event.findMany({
    where: { streamId, seq },
    orderBy: { seq: order },
    take: limit + 1,
  })
  return paged(rows, limit, present, ({ seq }) => position.write({ seq }))
}

type Row = { seq: number; kind: string; subject: string; actorId: string; at: Date }

function present({ seq, kind, subject, actorId, at }: Row): Event {
  return { seq, kind: kind as EventKind, subject, actorId, at: at.toISOString() }
}
