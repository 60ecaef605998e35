import type { Tx } from './db'

/**
 * Lets this transaction, and nothing beside it, change and remove what is frozen (the triggers of `refuse_change` look for the
 * setting, which ends with the transaction). For erasing people and removing what nobody is to have any more, and for nothing
 * else: a test names the files that use it.
 */
export async function allowRemoving(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT set_config('assay.removing', 'on', true)`
}
