import { config } from '../config'
import { db, sql } from '../db'
import { log } from '../log'
import { removeTrash } from './remove-trash'
import { batches, removeWorkspace } from './remove-workspace'

/** Of several processes one sweeps at a time. */
const LOCK = 7_310_220

/** A second process that looks in while another sweeps does nothing; so long a sweep may take at most; in ms. */
const LONGEST_MS = 60 * 60_000

/** So often is looked whether there is something to sweep; in ms. */
const EVERY_MS = 60 * 60_000

const DAY_MS = 24 * 60 * 60_000

/**
 * Removes what is kept no longer: workspaces whose grace is over, trash and audit rows past the days that a workspace keeps them, answers
 * that nobody sends their write again for, archives that can't be fetched any more. Answers whether it was this process that
 * swept. Doing it again, or only half of it, does no harm.
 */
export async function sweep(now = new Date()): Promise<boolean> {
  return db.$transaction(
    async (tx) => {
      const [held] = await tx.$queryRaw<[{ locked: boolean }]>`SELECT pg_try_advisory_xact_lock(${LOCK}) AS locked`
      if (!held.locked) return false
      await removeGone(now)
      await dropOldRows(now)
      return true
    },
    // The lock alone lives in this transaction: what is removed is removed in transactions of its own.
    { timeout: LONGEST_MS },
  )
}

async function removeGone(now: Date): Promise<void> {
  const before = new Date(now.getTime() - config.workspaceGraceDays * DAY_MS)
  const gone = await db.workspace.findMany({ where: { deletedAt: { lte: before } }, select: { id: true } })
  for (const { id } of gone) {
    await removeWorkspace(id)
    log.info({ workspace: id }, 'a deleted workspace was removed for good')
  }
}

async function dropOldRows(now: Date): Promise<void> {
  await batches('IdempotentAnswer', sql`"createdAt" < ${new Date(now.getTime() - config.answerDays * DAY_MS)}`)
  await batches('WorkspaceExport', sql`"createdAt" < ${new Date(now.getTime() - DAY_MS)}`)
  for (const { id, trashDays } of await db.workspace.findMany({ where: { trashDays: { not: null } } })) {
    await removeTrash(id, new Date(now.getTime() - (trashDays ?? 0) * DAY_MS))
  }
  const limited = await db.workspace.findMany({ where: { auditDays: { not: null } } })
  for (const { id, auditDays } of limited) {
    const before = new Date(now.getTime() - (auditDays ?? 0) * DAY_MS)
    await batches('AuditEntry', sql`"workspaceId" = ${id}::uuid AND at < ${before}`)
  }
}

/** Sweeps from now on, every hour; what fails is tried again the next time. */
export function startSweeping(): void {
  const look = async (): Promise<void> => {
    try {
      await sweep()
    } catch (error) {
      log.warn({ err: error instanceof Error ? error.message : String(error) }, 'sweeping failed')
    }
    setTimeout(() => void look(), EVERY_MS).unref()
  }
  void look()
}
