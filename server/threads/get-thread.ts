import type { Actor } from '@/domain/permissions/policy'
import type { ThreadState } from '@/domain/threads/thread'
import { authoriseAnnotation, findAnnotation } from '../annotations/find-annotation'
import { db, type Tx } from '../db'
import { presentThread, threadColumns, threadJoin, type ThreadRow } from './present'

/** Where the thread of an annotation stands; open and silent as long as there is none. */
export async function getThread(actor: Actor, threadId: string): Promise<ThreadState> {
  authoriseAnnotation(actor, 'thread:read', await findAnnotation(threadId), 'thread')
  return readThread(threadId)
}

/** The same of a thread that is known to be the actor's to read. */
export async function readThread(threadId: string, tx: Tx = db): Promise<ThreadState> {
  const [row] = await tx.$queryRaw<ThreadRow[]>`
    SELECT ${threadColumns} FROM "Annotation" a ${threadJoin} WHERE a.id = ${threadId}::uuid`
  if (!row) throw new TypeError(`annotation ${threadId} is gone`)
  return presentThread(row)
}
