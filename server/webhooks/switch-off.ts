import { v7 } from 'uuid'
import type { Webhook } from '@/prisma/client/client'
import { config } from '../config'
import { db, type Tx } from '../db'

/**
 * Switches off a webhook to which nothing could be sent for days, and tells the admins of its workspace. Nobody did this, so
 * it is no event and stands in the audit without a person. What waits stays, and is sent once it is switched on again.
 */
export async function switchOff({ id, workspaceId, createdById }: Webhook, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.webhook.updateMany({
      where: { id, active: true },
      data: { active: false, disabledAt: now, version: { increment: 1 } },
    })
    if (count === 0) return
    const entry = { id: v7(), actorId: null, workspaceId, action: 'webhook.disabled', subject: id, address: '' }
    await tx.auditEntry.create({ data: entry })
    await tellAdmins(tx, { id, workspaceId, createdById })
  })
}

/** As the notices of events are written (server/notifications/told-of.ts), to whoever added the webhook too. */
async function tellAdmins(
  tx: Tx,
  { id, workspaceId, createdById }: Pick<Webhook, 'id' | 'workspaceId' | 'createdById'>,
) {
  await tx.$executeRaw`
    WITH told AS (
      INSERT INTO "Notification" (id, "userId", "workspaceId", kind, topic, "topicId", subject, "actorId", "streamId", seq, mail)
      SELECT gen_random_uuid(), m."userId", m."workspaceId", 'webhook-off', 'workspace', m."workspaceId", ${id}::uuid,
        ${createdById}::uuid, m."workspaceId", 0, coalesce(c.mail, 'daily')
      FROM "Membership" m LEFT JOIN "NotificationChoice" c ON c."userId" = m."userId" AND c."scopeId" = m."userId"
      WHERE m."workspaceId" = ${workspaceId}::uuid AND m.role IN ('admin', 'owner') AND coalesce(c.level, 'all') <> 'none'
      RETURNING id, "userId", mail)
    INSERT INTO "Mail" (id, kind, "userId", about) SELECT gen_random_uuid(), 'notice', told."userId", told.id
    FROM told WHERE told.mail = 'atOnce' AND ${config.mail !== null}`
}
