import type { Actor } from '@/domain/permissions/policy'
import { Prisma } from '@/prisma/client/client'
import { empty, sql, type Tx } from '../db'
import { TOPIC_KINDS, TOPICS } from '../threads/topics'

/**
 * Every table with rows that a seal can hold, and whether its rows come to be for others at the reveal, in their order by
 * activity. (A test looks in the database whether one is missing.)
 */
export const HELD_TABLES = {
  Annotation: { active: true },
  Comment: { active: false },
  Reaction: { active: false },
  Claim: { active: true },
  Occurrence: { active: false },
  ClaimRelation: { active: false },
  ClearedSpan: { active: false },
  Verdict: { active: false },
  Appraisal: { active: false },
  SourceGrade: { active: false },
} as const satisfies Record<string, { active: boolean }>

/**
 * Reveals a seal: lets go of everything that it holds, at once. False, with nothing done, where it was revealed or
 * cancelled before.
 *
 * The seal comes first, and waits for whoever is writing under it; then the things whose threads it holds comments in,
 * as by all who change a thread; then what it holds. The events are up to those who ask for this.
 */
export async function reveal(actor: Actor, tx: Tx, sealId: string): Promise<boolean> {
  const now = new Date()
  const { count } = await tx.seal.updateMany({
    where: { id: sealId, revealedAt: null, cancelledAt: null },
    data: { revealedAt: now, revealedById: actor.id },
  })
  if (count === 0) return false
  await tx.phaseDocument.updateMany({ where: { sealId }, data: { open: false } })
  await lockTopics(tx, sealId)
  for (const [table, { active }] of Object.entries(HELD_TABLES)) {
    await tx.$executeRaw(sql`
      UPDATE ${Prisma.raw(`"${table}"`)} it SET held = false ${active ? sql`, "activeAt" = GREATEST(it."activeAt", ${now})` : empty}
      WHERE it."sealId" = ${sealId}::uuid AND it.held`)
  }
  await countAnew(tx, sealId, now)
  return true
}

/** Locks what the threads are about in which the seal holds comments. */
async function lockTopics(tx: Tx, sealId: string): Promise<void> {
  for (const kind of TOPIC_KINDS) {
    await tx.$executeRaw(sql`
      SELECT FROM ${TOPICS[kind].table} it
      WHERE it.id IN (SELECT c."threadId" FROM "Comment" c WHERE c."sealId" = ${sealId}::uuid AND c.held)
      ORDER BY it.id FOR NO KEY UPDATE OF it`)
  }
}

/** The threads in which comments were held begin for all, and what is copied of them is made anew. */
async function countAnew(tx: Tx, sealId: string, now: Date): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE "Thread" SET version = 1
    WHERE version = 0 AND id IN (SELECT c."threadId" FROM "Comment" c WHERE c."sealId" = ${sealId}::uuid)`)
  await tx.$executeRaw(sql`
    UPDATE "Annotation" a SET "activeAt" = GREATEST(a."activeAt", ${now}), comments = (
      SELECT count(*) FROM "Comment" c WHERE c."threadId" = a.id AND c."deletedAt" IS NULL AND NOT c.held)
    WHERE a.id IN (
      SELECT c."threadId" FROM "Comment" c WHERE c."sealId" = ${sealId}::uuid AND c."deletedAt" IS NULL)`)
}
