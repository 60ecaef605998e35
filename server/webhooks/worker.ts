import { db } from '../db'
import { log } from '../log'
import { collect } from './collect'
import { sendDue } from './send-due'

/** How often it is looked for what happened and what is due; in ms. */
const EVERY_MS = 2_000

/** For so long messages are kept in the log; in days. */
export const LOG_DAYS = 30

const DAY_MS = 24 * 60 * 60 * 1000

/** How often old messages are taken out of the log; in ms. */
const PRUNE_EVERY_MS = 60 * 60 * 1000

/** Takes messages out of the log that are old and need not be sent any more. */
export async function prune(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - LOG_DAYS * DAY_MS)
  await db.webhookDelivery.deleteMany({ where: { createdAt: { lt: before }, state: { not: 'waiting' } } })
}

/** Tells webhooks what happens from now on; a look that fails is followed by another. */
export function startDelivering(): void {
  let pruned = 0
  const look = async (): Promise<void> => {
    try {
      await collect()
      await sendDue()
      if (Date.now() - pruned > PRUNE_EVERY_MS) {
        await prune()
        pruned = Date.now()
      }
    } catch (error) {
      log.warn({ err: error instanceof Error ? error.message : String(error) }, 'webhooks could not be looked after')
    }
    setTimeout(() => void look(), EVERY_MS).unref()
  }
  void look()
}
