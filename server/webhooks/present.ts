import type { Delivery, Webhook } from '@/domain/webhooks/webhook'
import type { WebhookDelivery } from '@/prisma/client/client'
import { sql, type Sql, type Tx } from '../db'

type Row = Omit<Webhook, 'createdBy' | 'createdAt' | 'failingSince' | 'disabledAt'> & {
  createdAt: Date
  failingSince: Date | null
  disabledAt: Date | null
  createdById: string
  createdByName: string
}

/** Webhooks `w`, with what stands behind WHERE. */
export function readWebhooks(tx: Tx, where: Sql): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT w.id, w.address, w.kinds, w.active, w.version, w."createdAt", w."disabledAt", p."failingSince",
      w."createdById", u.name AS "createdByName"
    FROM "Webhook" w JOIN "WebhookProgress" p ON p."webhookId" = w.id JOIN "User" u ON u.id = w."createdById"
    WHERE ${where}`
}

export async function readWebhook(tx: Tx, workspaceId: string, webhookId: string): Promise<Webhook | null> {
  const [row] = await readWebhooks(tx, sql`w."workspaceId" = ${workspaceId}::uuid AND w.id = ${webhookId}::uuid`)
  return row ? presentWebhook(row) : null
}

export function presentWebhook({
  createdById,
  createdByName,
  createdAt,
  failingSince,
  disabledAt,
  ...rest
}: Row): Webhook {
  return {
    ...rest,
    createdBy: { id: createdById, name: createdByName },
    createdAt: createdAt.toISOString(),
    failingSince: failingSince?.toISOString() ?? null,
    disabledAt: disabledAt?.toISOString() ?? null,
  }
}

export function presentDelivery(row: WebhookDelivery): Delivery {
  const { id, kind, streamKind, streamId, seq, subject, actorId, state, attempts, status, answer, error } = row
  return {
    ...{ id, kind: kind as Delivery['kind'], seq, subject, actorId, state, attempts, status, answer, error },
    stream: streamId === null ? null : ({ kind: streamKind, id: streamId } as Delivery['stream']),
    at: row.at.toISOString(),
    attemptedAt: row.attemptedAt?.toISOString() ?? null,
  }
}
