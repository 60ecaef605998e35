import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { ThreadState } from '@/domain/threads/thread'
import { sql, type Tx } from '../db'
import { record } from '../events'
import { happenedIn } from '../seals/happened-in'
import { refuseSealed } from '../seals/seal-for'
import { authoriseTopic, findTopic, refuseClosed, type Topic } from './find-topic'
import { readThread } from './get-thread'
import { TOPICS } from './topics'
import { touch } from './touch'

/** Resolves a thread, also one in which nobody has spoken yet. Refused with who did it when it is resolved already. */
export function resolveThread(actor: Actor, threadId: string, reason: string): Promise<ThreadState> {
  return settle(actor, threadId, { status: 'resolved', reason, resolvedById: actor.id })
}

/** Opens a resolved thread again. */
export function reopenThread(actor: Actor, threadId: string): Promise<ThreadState> {
  return settle(actor, threadId, { status: 'open', reason: '', resolvedById: null })
}

type Settled = Pick<ThreadState, 'status' | 'reason'> & { resolvedById: string | null }

async function settle(actor: Actor, threadId: string, settled: Settled): Promise<ThreadState> {
  return record(actor, async (tx) => {
    const topic = await findTopic(threadId, tx)
    authoriseTopic(actor, 'thread:resolve', topic)
    refuseClosed(topic)
    await refuseSealed(actor, topic, tx)
    const before = await readThread(actor, threadId, tx)
    if (before.status === settled.status) throw already(before, settled.reason)
    const now = new Date()
    await write(tx, topic, settled, now)
    await touch(tx, topic, { at: now, resolved: settled.status === 'resolved' })
    const kind = settled.status === 'resolved' ? 'thread.resolved' : 'thread.reopened'
    return {
      answer: await readThread(actor, threadId, tx),
      happened: happenedIn(topic.stream, topic, kind, threadId),
    }
  })
}

async function write(tx: Tx, { kind, id, workspaceId }: Topic, settled: Settled, now: Date): Promise<void> {
  const { status, reason, resolvedById } = settled
  await tx.$executeRaw(sql`
    INSERT INTO "Thread" AS t (id, "workspaceId", ${TOPICS[kind].column}, "createdAt", status, reason, "resolvedById", "resolvedAt")
    VALUES (${id}::uuid, ${workspaceId}::uuid, ${id}::uuid, ${now}, ${status}::"ThreadStatus", ${reason}, ${resolvedById}::uuid, ${now})
    ON CONFLICT (id) DO UPDATE SET status = excluded.status, reason = excluded.reason, version = t.version + 1,
      "resolvedById" = excluded."resolvedById",
      "resolvedAt" = CASE WHEN excluded.status = 'resolved' THEN excluded."resolvedAt" END`)
}

function already(theirs: ThreadState, reason: string): Refusal {
  if (theirs.status === 'open') return new Refusal('conflict', 'This thread is open already.', { theirs })
  const who = theirs.resolvedBy?.name ?? 'Someone'
  return new Refusal('conflict', `${who} has resolved this thread already.`, { theirs, yours: { reason } })
}
