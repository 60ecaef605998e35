import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from './database.mjs'
import { startPostgres, stopPostgres } from './postgres.mjs'
import { isAlive } from './processes.mjs'

const PREFIX = 'assay-throw-away-'

/** Whose the folder is: the process that is to end its server. */
const HOLDER = 'holder.pid'

/**
 * A PostgreSQL of its own for a test run, gone with everything in it when it stops or when this process ends. What runs
 * that were killed have left is cleared away first. `durable: true` waits for the disk, as the real one does.
 *
 * @returns {Promise<{ url: string, stop: () => void }>}
 */
export async function throwAwayPostgres({ durable = false } = {}) {
  await clearLeftovers()
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  writeFileSync(join(folder, HOLDER), String(process.pid))
  const { url, stop } = await startPostgres(folder, { durable })
  const end = () => {
    process.off('exit', end)
    stop()
    rmSync(folder, { recursive: true, force: true })
  }
  process.on('exit', end)
  await createDatabase(url)
  return { url, stop: end }
}

/** Runs `work` with the address of a throw-away PostgreSQL. */
export async function withThrowAway(work) {
  const { url, stop } = await throwAwayPostgres()
  try {
    return await work(url)
  } finally {
    stop()
  }
}

async function clearLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name)
    const holder = holderOf(folder)
    if (holder === null || isAlive(holder)) continue
    await stopPostgres(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

function holderOf(folder) {
  try {
    return Number(readFileSync(join(folder, HOLDER), 'utf8'))
  } catch {
    return null // just made by another run, which has not signed it yet
  }
}
