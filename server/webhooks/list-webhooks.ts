import { z } from 'zod'
import { authorise } from '@/domain/permissions/authorise'
import type { Actor } from '@/domain/permissions/policy'
import { cursor, paged } from '../cursor'
import { db, empty, sql } from '../db'
import { findWebhook } from './find-webhook'
import { presentDelivery, presentWebhook, readWebhooks } from './present'

type Paging = { cursor?: string | undefined; limit: number }

const place = cursor(z.strictObject({ at: z.iso.datetime(), id: z.uuid() }))

/** The webhooks of a workspace, newest first. */
export async function listWebhooks(actor: Actor, workspaceId: string, { cursor: at, limit }: Paging) {
  authorise(actor, 'webhook:manage', { workspaceId }, 'workspace')
  const before = place.read(at)
  const beyond = before ? sql`AND (w."createdAt", w.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : empty
  const rows = await readWebhooks(
    db,
    sql`w."workspaceId" = ${workspaceId}::uuid ${beyond} ORDER BY w."createdAt" DESC, w.id DESC LIMIT ${limit + 1}`,
  )
  return paged(rows, limit, presentWebhook, ({ createdAt, id }) => place.write({ at: createdAt.toISOString(), id }))
}

const position = cursor(z.strictObject({ number: z.int32() }))

/** What a webhook has sent or is about to, newest first. */
export async function listDeliveries(
  actor: Actor,
  workspaceId: string,
  webhookId: string,
  { cursor: at, limit }: Paging,
) {
  await findWebhook(db, actor, workspaceId, webhookId)
  const before = position.read(at)
  const rows = await db.webhookDelivery.findMany({
    where: { webhookId, ...(before && { number: { lt: before.number } }) },
    orderBy: { number: 'desc' },
    take: limit + 1,
  })
  return paged(rows, limit, presentDelivery, ({ number }) => position.write({ number }))
}
