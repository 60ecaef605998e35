import { can, type Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import type { Assignment, ThreadState } from '@/domain/threads/thread'
import { sql, type Tx } from '../db'
import { record } from '../events'
import { happenedIn } from '../seals/happened-in'
import { refuseSealed } from '../seals/seal-for'
import { authoriseTopic, findTopic, refuseClosed, type Topic } from './find-topic'
import { readThread } from './get-thread'
import { TOPICS } from './topics'
import { touch } from './touch'

/**
 * Gives a thread to someone to see to, or to nobody. Refused of one that is resolved, for who could not answer in it, and
 * with who has it now where it was given to someone else meanwhile.
 */
export function assignThread(actor: Actor, threadId: string, asked: Assignment): Promise<ThreadState> {
  return record(actor, async (tx) => {
    const topic = await findTopic(threadId, tx)
    authoriseTopic(actor, 'thread:resolve', topic)
    refuseClosed(topic)
    await refuseSealed(actor, topic, tx)
    const before = await readThread(actor, threadId, tx)
    if (before.version !== asked.version) throw stale(before, asked)
    if (before.status === 'resolved') {
      throw new Refusal('conflict', 'This thread is resolved. Reopen it first, if there is something left to see to.')
    }
    if (asked.assigneeId !== null) await requireAble(tx, topic, asked.assigneeId)
    const now = new Date()
    await write(tx, topic, asked, now)
    await touch(tx, topic, { at: now })
    return {
      answer: await readThread(actor, threadId, tx),
      happened: happenedIn(topic.stream, topic, 'thread.assigned', threadId),
    }
  })
}

function stale(theirs: ThreadState, { assigneeId, dueOn }: Assignment): Refusal {
  return new Refusal('conflict', 'This thread has changed meanwhile. Please look again.', { theirs, yours: { assigneeId, dueOn } }) // prettier-ignore
}

/** Refuses, naming the field, who could not answer in the thread: of what is private, that is everyone but its author. */
async function requireAble(tx: Tx, topic: Topic, userId: string): Promise<void> {
  const { workspaceId } = topic
  const member = await tx.membership.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } })
  const them = member && { id: userId, name: '', sessionId: '', roles: new Map([[workspaceId, member.role]]) }
  if (them && can(them, 'thread:reply', topic)) return
  const message = 'This person can’t take it on: they are no member, can’t see it, or only read here.'
  throw new Refusal('invalid', message, { fields: [{ field: 'assigneeId', message }] })
}

async function write(tx: Tx, { kind, id, workspaceId }: Topic, { assigneeId, dueOn }: Assignment, now: Date) {
  await tx.$executeRaw(sql`
    INSERT INTO "Thread" AS t (id, "workspaceId", ${TOPICS[kind].column}, "createdAt", "assigneeId", "dueOn")
    VALUES (${id}::uuid, ${workspaceId}::uuid, ${id}::uuid, ${now}, ${assigneeId}::uuid, ${dueOn})
    ON CONFLICT (id) DO UPDATE SET "assigneeId" = excluded."assigneeId", "dueOn" = excluded."dueOn", version = t.version + 1`)
}
