import type { Actor } from '@/domain/permissions/policy'
import type { ThreadState } from '@/domain/threads/thread'
import { db, type Tx } from '../db'
import { authoriseTopic, findTopic } from './find-topic'
import { presentThread, threadColumns, threadJoin, type ThreadRow } from './present'

/** Where a thread stands; open and silent as long as there is none. */
export async function getThread(actor: Actor, threadId: string): Promise<ThreadState> {
  authoriseTopic(actor, 'thread:read', await findTopic(threadId))
  return readThread(actor, threadId)
}

/** The same of a thread that is known to be the actor's to read. Where no copy of the count is kept, it is counted. */
export async function readThread(actor: Actor, threadId: string, tx: Tx = db): Promise<ThreadState> {
  const [row] = await tx.$queryRaw<[ThreadRow]>`
    SELECT ${threadColumns(actor)} FROM (
      SELECT ${threadId}::uuid AS id, coalesce(
        (SELECT it.comments FROM "Annotation" it WHERE it.id = ${threadId}::uuid),
        (SELECT count(*)::int FROM "Comment" c WHERE c."threadId" = ${threadId}::uuid AND c."deletedAt" IS NULL AND NOT c.held)
      ) AS comments
    ) a ${threadJoin}`
  return presentThread(row)
}
