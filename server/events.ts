import type { EventKind } from '@/domain/event'
import type { Actor } from '@/domain/permissions/policy'
import { Refusal } from '@/domain/refusal'
import { Prisma } from '@/prisma/client/client'
import { v7 } from 'uuid'
import { db, prepared, type Sql, type Tx } from './db'
import { toldOf } from './notifications/told-of'
import { peerAddress } from './peer'
import type { StreamRef } from './stream'

/**
 * `tells` are the people whom it concerns, as rows (see `Telling`), where they can't be found by the event alone: it is
 * part of one statement with what it is about.
 */
export type Happened = {
  in: StreamRef
  kind: EventKind
  subject: string
  workspaceId: string | null
  tells?: Sql
  /** From where, as it is audited, if that is not to be the caller's address. */
  address?: string
}

type Outcome<T> = { answer: T; happened: Happened | Happened[] }

/** A transaction waits this long for a connection, and lasts this long at most; in ms. */
const PATIENCE = { maxWait: 10_000, timeout: 20_000 }

/** Serialization failure and deadlock: nothing was done, and the same again may well succeed. */
const PASSING = new Set(['40001', '40P01'])
const TRIES = 4

/** What `note` hangs on when the change was made by statements before it. */
const MADE = Prisma.sql`changed AS (SELECT 1)`

/**
 * Makes a change: `work`, its events, its audit rows and the answer to a retry commit together or not at all.
 *
 * `work` says what happened and what to answer; the answer must be plain JSON. The streams are locked last, in the order
 * of their ids, so that their rows are held for as short as possible and no two writers wait for each other. Private
 * changes go to the author's person stream only (invariant 7 in docs/architecture.md).
 */
export async function record<T>(actor: Actor, work: (tx: Tx) => Promise<Outcome<T>>): Promise<T> {
  // The options are made afresh: two transactions that share one object can be joined by mistake.
  return once(actor, () => db.$transaction((tx) => inside(actor, tx, work), { ...PATIENCE }))
}

/**
 * Makes a change that is one statement and whose answer is known before: for the writes that people make all day. The
 * whole transaction then is one trip to the database, where `record` takes five, and holds the stream only in between.
 *
 * `change` is a list of common table expressions, the first of them named `changed`. Where `changed` gives no row, since
 * what the change stands on is no longer so, nothing is written and the answer is null.
 *
 * @example recordAtOnce(actor, sql`changed AS (UPDATE … WHERE … RETURNING id)`, { answer, happened })
 */
export async function recordAtOnce<T>(
  actor: Actor,
  change: Sql,
  { answer, happened }: { answer: T; happened: Happened },
): Promise<T | null> {
  return once(actor, async () => {
    const written = await db.$executeRaw(note(actor, happened, answer, change))
    // Nothing written may also mean that another attempt at this very write was faster.
    return written > 0 ? answer : (((await findAnswer(actor))?.answer ?? null) as T | null)
  })
}

/** Makes the attempt, again where it failed in passing; a retry of a write that was made gets the answer it got. */
async function once<T>(actor: Actor, attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt()
    } catch (error) {
      if (PASSING.has(sqlState(error)) && tried < TRIES) continue
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

/**
 * One statement: the change, if it is not made yet, then the stream's next number, the event, who is told of it, the audit
 * row and, where asked for, the answer to a retry. Everything hangs on `changed`, so that the stream is locked last here too.
 */
function note(actor: Actor, happened: Happened, answer: unknown, change: Sql = MADE): Sql {
  const { kind, subject, workspaceId } = happened
  const kept =
    answer === undefined || !actor.write
      ? Prisma.empty
      : Prisma.sql`, kept AS (INSERT INTO "IdempotentAnswer" ("userId", key, fingerprint, answer)
          SELECT ${actor.id}::uuid, ${actor.write.key}, ${actor.write.fingerprint}, ${JSON.stringify(answer)}::json FROM moved)`
  return Prisma.sql`${prepared}
    WITH ${change}, moved AS (
      INSERT INTO "Stream" AS s (id, kind, seq)
      SELECT ${happened.in.id}::uuid, ${happened.in.kind}::"StreamKind", 1 FROM changed LIMIT 1
      ON CONFLICT (id) DO UPDATE SET seq = s.seq + 1, "movedAt" = now() RETURNING id, seq
    ) ${toldOf(actor, happened)}, audited AS (
      INSERT INTO "AuditEntry" (id, "actorId", "workspaceId", action, subject, address)
      SELECT ${v7()}::uuid, ${actor.id}::uuid, ${workspaceId}::uuid, ${kind}, ${subject}::uuid, ${happened.address ?? peerAddress()} FROM moved
    ) ${kept}
    INSERT INTO "Event" ("streamId", seq, kind, subject, "actorId")
    SELECT id, seq, ${kind}, ${subject}::uuid, ${actor.id}::uuid FROM moved`
}

/** What a write with some key was answered. */
export type Answered = { fingerprint: string; answer: unknown }

/** The answer that this very write got before, if it was made already. */
async function findAnswer(actor: Actor): Promise<{ answer: unknown } | null> {
  if (!actor.write) return null
  const { key, fingerprint } = actor.write
  const row = await db.idempotentAnswer.findUnique({ where: { userId_key: { userId: actor.id, key } } })
  return row && sameWrite(fingerprint, row)
}

/** The answer, if it was given to the same write. Refuses a key that was used for another request. */
export function sameWrite(fingerprint: string, before: Answered): { answer: unknown } {
  if (before.fingerprint !== fingerprint) {
    throw new Refusal('conflict', 'This Idempotency-Key was used for another request. Please use a new one.')
  }
  return { answer: before.answer }
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
