import type { WebhookDelivery } from '@/prisma/client/client'

/** What is sent of an event: the same on every attempt, and no more than its row says. */
export function messageOf({ id, kind, workspaceId, streamKind, streamId, seq, subject, actorId, at }: WebhookDelivery) {
  const stream = streamId === null ? null : { kind: streamKind, id: streamId }
  return JSON.stringify({ id, kind, workspaceId, stream, seq, subject, actorId, at: at.toISOString() })
}
