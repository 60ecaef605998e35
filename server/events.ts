import type { EventKind } from '@/domain/event'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { Prisma } from '@/prisma/client/client'
import { v7 } from 'uuid'
import { db, type Tx } from './db'
import { peerAddress } from './peer'

/** Who hears of a change. A stream has the id of what it is about, and is made with its first event. */
export type StreamRef = { kind: 'workspace' | 'project' | 'document' | 'person'; id: string }

export type Happened = { in: StreamRef; kind: EventKind; subject: string; workspaceId: string | null }

type Outcome<T> = { answer: T; happened: Happened | Happened[] }

/** A transaction waits this long for a connection, and lasts this long at most; in ms. */
const PATIENCE = { maxWait: 10_000, timeout: 20_000 }

/** Serialization failure and deadlock: nothing was done, and the same again may well succeed. */
const PASSING = new Set(['40001', '40P01'])
const TRIES = 4

/**
 * Makes a change: `work`, its events, its audit rows and the answer to a retry commit together or not at all.
 *
 * `work` says what happened and what to answer; the answer must be plain JSON. The streams are locked last, in the order
 * of their ids, so that their rows are held for as short as possible and no two writers wait for each other. Private
 * changes go to the author's person stream only (invariant 7 in docs/architecture.md).
 */
export async function record<T>(actor: Actor, work: (tx: Tx) => Promise<Outcome<T>>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      // The options are made afresh: two transactions that share one object can be joined by mistake.
      return await db.$transaction((tx) => inside(actor, tx, work), { ...PATIENCE })
    } catch (error) {
      if (error instanceof Refusal) throw error
      if (PASSING.has(sqlState(error)) && attempt < TRIES) continue
      const answered = await findAnswer(actor)
      if (answered) return answered.answer as T
      if (isDuplicate(error)) throw new Refusal('conflict', 'Something with this id exists already. Please try again.')
      throw error
    }
  }
}

async function inside<T>(actor: Actor, tx: Tx, work: (tx: Tx) => Promise<Outcome<T>>): Promise<T> {
  const { answer, happened } = await work(tx)
  const changes = [happened].flat().sort((a, b) => (a.in.id < b.in.id ? -1 : a.in.id > b.in.id ? 1 : 0))
  const last = changes.length - 1
  for (const [index, change] of changes.entries()) {
    await tx.$executeRaw(note(actor, change, index === last ? answer : undefined))
  }
  return answer
}

/** One statement: the stream's next number, the event, the audit row and, where asked for, the answer to a retry. */
function note(actor: Actor, change: Happened, answer: unknown): Prisma.Sql {
  const kept =
    answer === undefined || !actor.write
      ? Prisma.empty
      : Prisma.sql`, kept AS (INSERT INTO "IdempotentAnswer" ("userId", key, fingerprint, answer)
          VALUES (${actor.id}::uuid, ${actor.write.key}, ${actor.write.fingerprint}, ${JSON.stringify(answer)}::json))`
  return Prisma.sql`
    WITH moved AS (
      INSERT INTO "Stream" AS s (id, kind, seq) VALUES (${change.in.id}::uuid, ${change.in.kind}::"StreamKind", 1)
      ON CONFLICT (id) DO UPDATE SET seq = s.seq + 1, "movedAt" = now() RETURNING id, seq
    ), audited AS (
      INSERT INTO "AuditEntry" (id, "actorId", "workspaceId", action, subject, address)
      VALUES (${v7()}::uuid, ${actor.id}::uuid, ${change.workspaceId}::uuid, ${change.kind}, ${change.subject}::uuid, ${peerAddress()})
    ) ${kept}
    INSERT INTO "Event" ("streamId", seq, kind, subject, "actorId")
    SELECT id, seq, ${change.kind}, ${change.subject}::uuid, ${actor.id}::uuid FROM moved`
}

/**
 * The answer that this very write got before, if it was made already. Refuses a key that was used for another request.
 */
export async function findAnswer(actor: Actor): Promise<{ answer: unknown } | null> {
  if (!actor.write) return null
  const { key, fingerprint } = actor.write
  const row = await db.idempotentAnswer.findUnique({ where: { userId_key: { userId: actor.id, key } } })
  if (!row) return null
  if (row.fingerprint !== fingerprint) {
    throw new Refusal('conflict', 'This Idempotency-Key was used for another request. Please use a new one.')
  }
  return { answer: row.answer }
}

function sqlState(error: unknown): string {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code === 'P2034') return '40001'
    const cause = (error.meta?.driverAdapterError as { cause?: { originalCode?: string } } | undefined)?.cause
    return cause?.originalCode ?? ''
  }
  return ''
}

function isDuplicate(error: unknown): boolean {
  return (
    (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') || sqlState(error) === '23505'
  )
}
