import type { Actor } from '@/domain/permissions/policy'
import { notFound } from '@/domain/refusal'
import { db } from '../db'

/*
 * That someone has read what they were told is theirs alone, and doing it twice is as good as once: it has no event and
 * keeps no answer.
 */

/** Marks one of the actor's notifications as read. */
export async function markRead(actor: Actor, notificationId: string): Promise<{ done: true }> {
  const mine = { id: notificationId, userId: actor.id }
  const { count } = await db.notification.updateMany({ where: { ...mine, readAt: null }, data: { readAt: new Date() } })
  if (count === 0 && !(await db.notification.findFirst({ where: mine }))) throw notFound('notification')
  return { done: true }
}

/** Marks all of them as read that came up to a moment: what comes while they are looked at stays unread. */
export async function markAllRead(actor: Actor, { until }: { until: string }): Promise<{ done: true }> {
  await db.notification.updateMany({
    where: { userId: actor.id, readAt: null, at: { lte: new Date(until) } },
    data: { readAt: new Date() },
  })
  return { done: true }
}
