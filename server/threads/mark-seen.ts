import type { Actor } from '@/domain/permissions/policy'
import { db } from '../db'
import { authoriseTopic, findTopic } from './find-topic'

/**
 * Notes that the actor has read a thread up to now; of one in which nobody has spoken there is nothing to note. It is
 * told to nobody, and doing it twice is as good as once, so it has no event and keeps no answer.
 */
export async function markSeen(actor: Actor, threadId: string): Promise<{ done: true }> {
  authoriseTopic(actor, 'thread:read', await findTopic(threadId))
  await db.$executeRaw`
    INSERT INTO "ThreadSight" ("threadId", "userId", "workspaceId")
    SELECT t.id, ${actor.id}::uuid, t."workspaceId" FROM "Thread" t WHERE t.id = ${threadId}::uuid
    ON CONFLICT ("threadId", "userId") DO UPDATE SET "seenAt" = excluded."seenAt"`
  return { done: true }
}
