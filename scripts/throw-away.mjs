import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from './database.mjs'
import { startPostgres } from './postgres.mjs'

/** A PostgreSQL of its own for a test run, gone with everything in it when it stops. */
export async function throwAwayPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'assay-'))
  const { url, stop } = await startPostgres(folder)
  await createDatabase(url)
  return {
    url,
    stop: () => {
      stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function withThrowAway(work) {
  const { url, stop } = await throwAwayPostgres()
  try {
    return await work(url)
  } finally {
    stop()
  }
}
