import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { db } from './db'
import { log } from './log'

/** Whether the database answers and its migrations are exactly those that this version knows, all of them finished. */
export async function isReady(): Promise<boolean> {
  try {
    const rows = await db.$queryRaw<{ name: string; finished: boolean }[]>`
      SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL`
    const applied = new Set(rows.filter(({ finished }) => finished).map(({ name }) => name))
    const known = knownMigrations()
    return rows.length === known.length && known.every((name) => applied.has(name))
  } catch (error) {
    log.warn({ err: error instanceof Error ? error.message : String(error) }, 'the database is not ready')
    return false
  }
}

function knownMigrations(): string[] {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}
