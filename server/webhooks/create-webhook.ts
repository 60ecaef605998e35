import { randomBytes } from 'node:crypto'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { HOOK_SECRET_PREFIX } from '@/domain/webhooks/words'
import type { Webhook } from '@/domain/webhooks/webhook'
import { sql, type Tx } from '../db'
import { record, type Happened } from '../events'
import { seal } from '../sealed'
import { checkAddress } from './address'
import { readWebhook } from './present'

/** As many as a workspace may have: each is asked for on every look of the worker. */
const MOST = 100

/** Bytes of a secret, of the 24 to 64 that Standard Webhooks wants. */
const SECRET_BYTES = 32

type Draft = { id: string; address: string; kinds: string[]; active: boolean }

/**
 * Adds a webhook, which is told of what happens from now on. Its secret is in this answer and, encrypted, in the database,
 * so the answer is not kept for a retry: that, known by the id, gives another secret.
 */
export async function createWebhook(actor: Actor, workspaceId: string, { id, address, kinds, active }: Draft) {
  authorise(actor, 'webhook:manage', { workspaceId }, 'workspace')
  const mine = { id, workspaceId, address: checkAddress(address), createdById: actor.id }
  const secret = newHookSecret()
  const sealedSecret = seal('webhook', id, secret)
  const { write: _, ...unkept } = actor
  return record<{ webhook: Webhook; secret: string }>(unkept, async (tx) => {
    const again = await tx.webhook.updateMany({ where: { ...mine, version: 1 }, data: { sealedSecret } })
    if (again.count === 0) {
      if ((await tx.webhook.count({ where: { workspaceId } })) >= MOST)
        throw new Refusal('conflict', `A workspace has ${MOST} webhooks at most. Remove one that is not used any more.`)
      await tx.webhook.create({ data: { ...mine, kinds, active, sealedSecret, progress: { create: {} } } })
      await beginNow(tx, id, workspaceId)
    }
    return {
      answer: { webhook: (await readWebhook(tx, workspaceId, id)) as Webhook, secret },
      happened: again.count > 0 ? [] : happenedTo(workspaceId, 'webhook.created', id),
    }
  })
}

export const newHookSecret = (): string => HOOK_SECRET_PREFIX + randomBytes(SECRET_BYTES).toString('base64')

export const happenedTo = (workspaceId: string, kind: Happened['kind'], subject: string): Happened => ({
  in: { kind: 'workspace', id: workspaceId },
  kind,
  subject,
  workspaceId,
})

/** What happened before is not sent: the webhook begins behind the last event of every stream that there is. */
async function beginNow(tx: Tx, webhookId: string, workspaceId: string): Promise<void> {
  const id = sql`${workspaceId}::uuid`
  await tx.$executeRaw`
    INSERT INTO "WebhookCursor" ("webhookId", "streamId", "workspaceId", seq)
    SELECT ${webhookId}::uuid, s.id, ${id}, s.seq FROM "Stream" s WHERE s.kind <> 'person' AND s.id IN (
      SELECT ${id} UNION ALL SELECT p.id FROM "Project" p WHERE p."workspaceId" = ${id}
      UNION ALL SELECT d.id FROM "Document" d WHERE d."workspaceId" = ${id}
      UNION ALL SELECT c.id FROM "Claim" c WHERE c."workspaceId" = ${id})`
}
