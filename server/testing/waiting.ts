import { db, type Tx } from '../db'
import type { StreamRef } from '../stream'

/** How many statements wait for a row in this file's database. */
export async function waiting(): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return row.count
}

/** Takes a stream until the transaction ends: who writes to it has done all by then but for the end, and waits. */
export async function takeStream(tx: Tx, { kind, id }: StreamRef): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Stream" AS s (id, kind, seq) VALUES (${id}::uuid, ${kind}::"StreamKind", 0)
    ON CONFLICT (id) DO UPDATE SET seq = s.seq`
}
